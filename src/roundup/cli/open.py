"""Opens addresses in a browser."""

import os
import sys
import threading
import webbrowser

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")


def opened(address: str) -> bool:
    """Whether a browser is there and was asked to open an address; one in a terminal is not asked."""
    if sys.platform.startswith("linux") and not any(os.environ.get(one) for one in _DISPLAYS):
        return False
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    # Some take their time, and the preview must answer what they ask for.
    threading.Thread(target=browser.open, args=(address,), daemon=True).start()
    return True
