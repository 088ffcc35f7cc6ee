import asyncio


async def load_page():
    await asyncio.sleep(1)
    return "Page"


pages = [asyncio.run(load_page()) for _ in range(8)]
