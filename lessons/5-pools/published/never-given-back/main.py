from sqlalchemy import create_engine, text

engine = create_engine(
    "sqlite:///visits.db", pool_size=2, max_overflow=1, pool_timeout=1
)

for visit in range(80):
    conn = engine.connect()
    answer = conn.execute(text("SELECT 7"))
