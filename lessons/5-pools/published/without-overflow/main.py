from sqlalchemy import create_engine

engine = create_engine("sqlite:///:memory:", pool_size=4)

for visit in range(80):
    with engine.connect() as conn:
        answer = conn.execute("SELECT 7")
