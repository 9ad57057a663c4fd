"""Speed of finding and reading numbered items, and how it grows with the text.

    python benchmarks/directives.py [FILE.jsonl[.gz] ...]

Each line of a file is an object with a ``text``. Without a file, texts of our own are repeated.
"""

import sys
import time
from pathlib import Path

from vnpolitext.directives import find_directives
from vnpolitext.evaluation.lines import json_lines
from vnpolitext.text import View

SAMPLE = """Xã giao các việc sau:

I. ĐẤT RỪNG

1. Sở Tài chính rà soát quy hoạch đất rừng trước ngày 30/6/2025; các thôn phải báo cáo hằng quý.

2. Tiếp tục tuyên truyền, vận động bà con giữ rừng đầu nguồn, giảm 2-3%/năm diện tích nương rẫy.

Rừng đầu nguồn của xã nằm trên hai sườn núi, mùa khô dễ cháy, mùa mưa dễ sạt. Mấy năm nay bà con
đã quen với việc tuần rừng theo tổ, mỗi tổ năm người, ba ngày một lượt, ghi sổ đầy đủ.

II. NƯỚC SUỐI

Một là, khơi nguồn nước cho 12 hộ ở bản Thượng. Hai là, đắp lại bờ kênh trước mùa mưa lũ.

"""


def seconds(texts: list[str], *, rounds: int = 3) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            find_directives(text)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    paths = [Path(argument) for argument in sys.argv[1:]]
    texts = [document["text"] for path in paths for document in json_lines(path)] or [
        SAMPLE * 20
    ] * 100
    size = sum(len(text.encode("utf-8", "replace")) for text in texts) / 1e6
    start = time.process_time()
    for text in texts:
        View.of(text)
    view = time.process_time() - start
    found = seconds(texts)
    count = sum(len(find_directives(text)) for text in texts)
    print(f"{len(texts)} texts, {size:.1f} MB, {count} items")
    print(f"views alone     {size / view:8.1f} MB/s")
    print(f"find and read   {size / found:8.1f} MB/s")
    for times in (1, 2, 4, 8):
        text = SAMPLE * (times * 200)
        print(f"{len(text):9} characters in one text: {seconds([text]):.3f} s")


if __name__ == "__main__":
    main()
