import asyncio


async def load_page():
    await asyncio.sleep(1)
    return "Page"


async def main():
    return await asyncio.gather(*[load_page() for _ in range(8)])


pages = asyncio.run(main())
