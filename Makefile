# Every target is a verb of start.py, which needs nothing but Python 3.11 and works without make.
PYTHON ?= python3
VERBS := setup run serve demo test test-long check fix docs bench tour lock help

.DEFAULT_GOAL := help
.PHONY: $(VERBS) score screenshots new-regime new-check

$(VERBS):
	@$(PYTHON) start.py $@

score: ## make score REPORT=file CORPUS=folder
	@$(PYTHON) start.py score $(if $(REPORT),--report "$(REPORT)") $(if $(CORPUS),--corpus "$(CORPUS)")

screenshots: ## make screenshots FOLDER=pictures
	@$(PYTHON) start.py screenshots $(if $(FOLDER),"$(FOLDER)")

new-regime: ## make new-regime NAME=training ZH=培训 EN="training"
	@$(PYTHON) start.py new-regime "$(NAME)" $(if $(ZH),--zh "$(ZH)") $(if $(EN),--en "$(EN)")

new-check: ## make new-check NAME=fmt_title_missing
	@$(PYTHON) start.py new-check "$(NAME)"
