"""How gunicorn serves the dashboard: `gunicorn -c gunicorn.conf.py 'dashboard.app:server()'`."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from gunicorn.http import message

from dashboard import logs, settings

try:
    _settings = settings.current()
except settings.SettingsError as error:
    sys.exit(str(error))

bind = f"{_settings.host}:{_settings.port}"
worker_class = "gthread"
workers = _settings.workers
threads = _settings.threads
timeout = _settings.timeout
graceful_timeout = _settings.graceful_timeout
max_requests = _settings.max_requests
max_requests_jitter = _settings.max_requests // 10
forwarded_allow_ips = _settings.forwarded_allow_ips
logconfig_dict = logs.config(_settings)
keepalive = 15  # seconds; a page's files come over few connections

# The data are read and the caches filled once, before the workers are forked: they share the memory, none is cold.
preload_app = True
# Workers tell their master that they live through a file; on a disk that is slow, they would be taken for dead.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
# No socket in the home folder, which may be read-only.
control_socket_disable = True
# So long that the dashboard itself refuses what is too long, in words; gunicorn's own answer is for what is absurd.
# It cuts any limit to its own largest one, or has none at all (0): that one is raised.
limit_request_line = message.MAX_REQUEST_LINE = 300_000
