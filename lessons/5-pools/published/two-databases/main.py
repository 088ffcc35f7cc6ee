from sqlalchemy import create_engine, text
from sqlalchemy.pool import QueuePool

engine = create_engine("sqlite:///:memory:", poolclass=QueuePool, pool_size=4)
visits = text("SELECT count(*) FROM visits")

with engine.connect() as first, engine.connect() as second:
    first.execute(text("CREATE TABLE visits (page TEXT)"))
    first.commit()
    print("first:", first.scalar(visits))
    print("second:", second.scalar(visits))
