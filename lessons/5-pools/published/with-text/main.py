from sqlalchemy import create_engine, text

engine = create_engine("sqlite:///:memory:")

for visit in range(80):
    with engine.connect() as conn:
        answer = conn.execute(text("SELECT 7"))
