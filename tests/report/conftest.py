"""The marker of the tests that need Chromium: deselected unless asked for with -m browser."""


def pytest_configure(config):
    """Register the marker."""
    config.addinivalue_line("markers", "browser: needs Chromium (asked for with -m browser)")


def pytest_collection_modifyitems(config, items):
    """Deselect its tests, visibly, where nobody asked for them."""
    if "browser" in config.getoption("-m"):
        return
    chosen = [item for item in items if item.get_closest_marker("browser") is None]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen
