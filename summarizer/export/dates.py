"""Convert dates of feeds to ISO 8601."""

from email.utils import parsedate_to_datetime


def iso_date(date: str | None) -> str | None:
    """Convert an RFC 2822 date, as feeds have it, to ISO 8601; return any other date unchanged.

    Example:
        >>> iso_date("Wed, 02 Apr 2031 06:30:00 +0100"), iso_date("in spring")
        ('2031-04-02T06:30:00+01:00', 'in spring')
    """
    try:
        return date and parsedate_to_datetime(date).isoformat()
    except (ValueError, OverflowError):  # a feed may contain any number
        return date
