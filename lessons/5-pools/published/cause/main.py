from sqlalchemy import create_engine

engine = create_engine("sqlite:///:memory:")

for visit in range(100):
    with engine.connect() as session:
        answer = session.execute("SELECT 7")
