import asyncio


async def load_page(number, gate):
    async with gate:
        await asyncio.sleep(1)
        return f"Page {number}"


async def main():
    gate = asyncio.Semaphore(4)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(load_page(number, gate)) for number in range(8)]
    return [task.result() for task in tasks]


pages = asyncio.run(main())
print(len(pages), "pages, the last:", pages[-1])
