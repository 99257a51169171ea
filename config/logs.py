"""Logs as lines that a machine can read, without addresses or names of people."""

from typing import Any

import structlog

SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def logging_config(*, level: str, readable: bool) -> dict[str, Any]:
    """The `LOGGING` setting; `readable` for people at a terminal, JSON for all else."""
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    render: list[Any] = [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    if readable:
        render = [structlog.dev.ConsoleRenderer(colors=False)]
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "lines": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": SHARED,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *render],
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Every request has its own line already.
            "django.request": {"level": "ERROR"},
            "django.server": {"level": "ERROR"},
            # They tell of each rule of a stylesheet and each table of a letter that a PDF does not need.
            "weasyprint": {"level": "ERROR"},
            "fontTools": {"level": "ERROR"},
            # A worker that is told to stop stops, and says nothing.
            "django_tasks_db": {"level": "ERROR"},
        },
    }
