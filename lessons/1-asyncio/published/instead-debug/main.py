import asyncio
import time


async def load_page(number):
    await asyncio.sleep(1)
    if number == 5:
        time.sleep(0.3)
    return f"Page {number}"


async def main():
    return await asyncio.gather(*[load_page(number) for number in range(8)])


pages = asyncio.run(main(), debug=True)
