"""How gunicorn serves Subsumo; `make run` starts it with this file."""

import os
import sys

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
preload_app = True
control_socket_disable = True
loglevel = "warning"
# Every request has its line in the site's own log, without the address that asked.
accesslog = None
forwarded_allow_ips = "127.0.0.1"
graceful_timeout = 5


def when_ready(server: object) -> None:
    """Say where the site answers, as soon as it does."""
    sys.stdout.write(f"Subsumo svarer på http://{bind} (stop med Ctrl+C)\n")
    sys.stdout.flush()
