import gc

from sqlalchemy import create_engine, text

gc.disable()
engine = create_engine(
    "sqlite:///visits.db", pool_size=2, max_overflow=1, pool_timeout=1
)

for visit in range(100):
    session = engine.connect()
    answer = session.execute(text("SELECT 7"))
