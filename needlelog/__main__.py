"""`python -m needlelog`."""

from needlelog.app import main

raise SystemExit(main())
