"""Addresses of the desk; `permissions.py` says who may open each."""

from django.urls import path

from zhunsheng.desk.views import (
    closing,
    duties,
    figures,
    home,
    imports,
    irregularities,
    records,
    registers,
    reports,
    session,
    steps,
    trail,
)

app_name = "desk"
_RECORD = "registers/<str:kind>/<int:item>/"
urlpatterns = [
    path("sign-in/", session.sign_in, name="sign-in"),
    path("persona/", session.persona, name="persona"),
    path("sign-out/", session.sign_out, name="sign-out"),
    path("language/", session.language, name="language"),
    path("", home.home, name="home"),
    path("registers/", registers.registers, name="registers"),
    path("registers/<str:kind>/", registers.register, name="register"),
    path("registers/<str:kind>/export/", registers.export_rows, name="export"),
    path("registers/<str:kind>/template/", registers.template_of, name="template"),
    path("registers/<str:kind>/close/", closing.close_register, name="close"),
    path("registers/<str:kind>/new/", records.new, name="new"),
    path(_RECORD, records.detail, name="record"),
    path(f"{_RECORD}edit/", records.edit, name="edit"),
    path(f"{_RECORD}submit/", records.submit_record, name="submit"),
    path(f"{_RECORD}confirm/", records.confirm_record, name="confirm"),
    path(f"{_RECORD}send-back/", records.send_back_record, name="send-back"),
    path(f"{_RECORD}void/", records.void_record, name="void"),
    path(f"{_RECORD}attach/", records.attach_evidence, name="attach"),
    path(f"{_RECORD}step/<str:key>/", steps.step, name="step"),
    path(f"{_RECORD}evidence/<int:evidence>/", records.evidence_file, name="evidence"),
    path("import/", imports.imports, name="imports"),
    path("import/<int:batch>/confirm/", imports.confirm_import, name="confirm-batch"),
    path("duties/", duties.duties, name="duties"),
    path("irregularities/", irregularities.irregularities, name="irregularities"),
    path("figures/", figures.figures, name="figures"),
    path("figures/<str:key>/", figures.figure, name="figure"),
    path("reports/", reports.reports, name="reports"),
    path("reports/<int:item>/", reports.report, name="report"),
    path("reports/<int:item>/<str:verb>/", reports.act, name="report-act"),
    path("editions/<int:edition>/<str:form>/", reports.edition_file, name="edition-file"),
    path("trail/", trail.trail, name="trail"),
]
