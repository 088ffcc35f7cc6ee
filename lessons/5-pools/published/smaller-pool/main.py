import threading
import time

from sqlalchemy import create_engine, text

engine = create_engine(
    "sqlite:///visits.db", pool_size=2, max_overflow=0, pool_timeout=5
)
seven = text("SELECT 7")
answers = []


def work():
    for visit in range(20):
        with engine.connect() as conn:
            time.sleep(0.01)
            answers.append(conn.scalar(seven))


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("answers:", len(answers))
print(engine.pool.status())
