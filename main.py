"""Start NeedleLog where its packages are installed."""

from needlelog.app import main

raise SystemExit(main())
