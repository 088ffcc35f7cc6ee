from sqlalchemy import create_engine

engine = create_engine("sqlite:///:memory:")

for visit in range(80):
    with engine.connect() as conn:
        answer = conn.execute("SELECT 7")
