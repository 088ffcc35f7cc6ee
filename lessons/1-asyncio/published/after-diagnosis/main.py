import asyncio
import time


async def load_page():
    await asyncio.sleep(1)
    return "Page"


started = time.time()


async def main():
    await asyncio.gather(*[load_page() for _ in range(8)])


asyncio.run(main())
print("Seconds:", time.time() - started)


async def main():
    await asyncio.gather(*[load_page() for _ in range(8)])


asyncio.run(main())
