"""Links become numbered references, for places that forbid links."""

from bs4 import BeautifulSoup

from roundup.authoring.export.elements import attribute, found


def with_numbers(soup: BeautifulSoup, title: str) -> None:
    """Leaves the words of every link, a number behind them, and the addresses in a list at the end."""
    numbers: dict[str, int] = {}
    for link in found(soup, "a"):
        address = attribute(link, "href")
        if address.startswith(("http:", "https:")):
            number = numbers.setdefault(address, len(numbers) + 1)
            mark = soup.new_tag("sup")
            mark.string = f"[{number}]"
            link.insert_after(mark)
        link.unwrap()
    if not numbers:
        return
    heading = soup.new_tag("h2")
    heading.string = title
    soup.append(heading)
    for address, number in numbers.items():
        row = soup.new_tag("p", attrs={"class": "reference"})
        row.string = f"[{number}] {address}"
        soup.append(row)
