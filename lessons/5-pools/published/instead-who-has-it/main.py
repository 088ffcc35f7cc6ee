import gc
import traceback
from collections import Counter

from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import TimeoutError

gc.disable()
engine = create_engine(
    "sqlite:///visits.db", pool_size=2, max_overflow=1, pool_timeout=1
)
seven = text("SELECT 7")
taken = {}


@event.listens_for(engine, "checkout")
def note(dbapi_connection, record, proxy):
    stack = traceback.extract_stack()
    taken[record] = [f for f in stack if f.filename == __file__][-2]


@event.listens_for(engine, "checkin")
def forget(dbapi_connection, record):
    taken.pop(record, None)


def careful():
    with engine.connect() as conn:
        return conn.scalar(seven)


def careless():
    conn = engine.connect()
    return conn.scalar(seven)


for visit in range(100):
    try:
        careful()
        careless()
    except TimeoutError as error:
        print("visit", visit, "got none:", str(error).partition(" (")[0])
        break

print("taken now:", engine.pool.checkedout())
places = Counter(f"{f.name}, line {f.lineno}" for f in taken.values())
for place, count in places.items():
    print(count, "of them in", place)
