"""Serves the page that was packed with it, for whoever has Python 3.8 or newer: `python3 start.py`."""

import sys
from argparse import ArgumentParser
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TYPES = {
    "": "application/octet-stream",
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}


class PageHandler(SimpleHTTPRequestHandler):
    # Windows keeps types of its own, and a browser refuses a script of another type.
    extensions_map = TYPES

    def end_headers(self):
        # A newer page may be unpacked over this one.
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format, *args):
        pass


def main():
    parser = ArgumentParser(description="Serves Faultline.")
    parser.add_argument("--port", type=int, default=8314)
    parser.add_argument("--host", default="127.0.0.1")
    given = parser.parse_args()
    folder = Path(__file__).resolve().parent / "page"
    try:
        server = ThreadingHTTPServer((given.host, given.port), partial(PageHandler, directory=str(folder)))
    except OSError as error:
        sys.exit(f"Faultline could not be served: {error}\nAnother port may be free: python3 start.py --port 8315")
    print(f"Faultline is at http://localhost:{server.server_port}/", flush=True)
    print("Press Ctrl+C to stop.", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
