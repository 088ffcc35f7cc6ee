import asyncio


async def load_page():
    await asyncio.sleep(1)
    return "Page"


async def main():
    return [await load_page() for _ in range(8)]


pages = asyncio.run(main())
