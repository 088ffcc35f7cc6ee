from sqlalchemy import create_engine, text

engine = create_engine("sqlite:///:memory:")

for visit in range(100):
    with engine.connect() as session:
        answer = session.execute(text("SELECT 7"))
