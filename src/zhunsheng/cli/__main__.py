"""`python -m zhunsheng.cli`."""

import sys

from zhunsheng.cli.main import main

sys.exit(main())
