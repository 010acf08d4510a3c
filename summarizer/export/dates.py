"""Dates, which pages and feeds write in many ways, in ISO 8601."""

from email.utils import parsedate_to_datetime


def iso_date(date: str | None) -> str | None:
    """Return a date in ISO 8601 if a feed wrote it as e-mails do; any other as it is.

    Example:
        >>> iso_date("Wed, 02 Apr 2031 06:30:00 +0100"), iso_date("in spring")
        ('2031-04-02T06:30:00+01:00', 'in spring')
    """
    try:
        return date and parsedate_to_datetime(date).isoformat()
    except (ValueError, OverflowError):  # whoever writes a feed may write any number
        return date
