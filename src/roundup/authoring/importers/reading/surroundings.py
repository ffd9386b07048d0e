"""Parts of pages that are no part of an article: by element, role, and the names that themes give them."""

import re

from roundup.authoring.importers.reading.nodes import HEADINGS, Node
from roundup.authoring.importers.reading.weights import Weights

_ROLES = frozenset(
    ("navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert")
)
_HIDDEN = re.compile(r"display\s*:\s*none")
_NEVER = {
    "nav": "navigation",
    "aside": "a part beside the article",
    "button": "hidden",
    "template": "hidden",
    "dialog": "hidden",
    "canvas": "hidden",
}
_KEPT = ("body", "main", "article", "html", "a", "table", "tbody", "tr", *HEADINGS)
_COMMENTS = re.compile(
    r"comments?|comments?-?(?:area|list|section|form|wrapper|container|box)|(?:post|article)-?comments?"
    r"|respond|disqus\S*|utterances|giscus|commentlist|reader-comments"
)
_OUTSIDE = re.compile(
    r"nav|navbar\S*|navigation|main-?nav\S*|(?:site|page|global|blog|top)-?(?:nav\S*|header|footer|info|masthead|menu)|masthead"
    r"|top-?bar|menu|menu-\S+|breadcrumbs?|side-?bar\S*|widget|widgets|widget-\S+|footer\S*|skip-?links?"
    r"|share|sharing|share-\S+|\S+-share|share(?:bar|box|buttons|daddy|this)\S*|social|social-\S+|sd-\S+|addtoany\S*"
    r"|newsletter|newsletter-\S+|subscri\S+|sign-?up|signup-\S+|mailing-?list|mc_embed_signup|mailchimp\S*|email-?signup"
    r"|cookies?|cookie-\S+|consent\S*|gdpr\S*|popup|popup-\S+|modal|modal-\S+|login\S*"
    r"|ads?|adverts?|advertisement\S*|adsbygoogle|ad-(?:slot|box|unit|container|wrapper|banner)\S*|sponsor(?:ed|s|ship)?-?(?:post|box|block)?"
    r"|promo|promo-\S+|pagination|pager|page-?nav\S*|post-?nav\S*|nav-?(?:links|previous|next)|prev-?next"
    r"|screen-reader-text|sr-only|visually-?hidden|noprint|no-print|edit-?page|edit-?this-?page\S*|mw-editsection|navbox\S*"
    r"|like-?buttons?|likes?|claps?|reactions?|rating\S*|reward\S*|donate|donation\S*|tip-?jar|qr-?code\S*|buy-?me-?a-?coffee\S*"
    r"|author-?(?:bio|box|info|card|profile|description)|about-?(?:the-?)?author|post-?author\S*|byline"
    r"|tag-?(?:list|links|cloud)|tags-?links|post-?(?:footer|meta|info|tags|share|categories)"
    r"|entry-?(?:meta|footer|utility|tags)|article-?(?:meta|info|footer|tags|share)|copyright|license-info"
)
_FULL = re.compile(
    r"related|related-?(?:posts?|articles?|content|stories|entries|reading|links)\S*|jp-relatedposts|yarpp\S*"
    r"|recommend(?:ed|ations?)?|recommend(?:ed)?-?(?:posts?|articles?|box|list)\S*|more-?(?:posts|stories|from)\S*"
    r"|read-?(?:more|next)\S*|recent-?posts\S*|popular-?posts\S*|archives?|categories|tags"
    r"|toc|toc[-_]\S+|table-?of-?contents\S*|ez-toc\S*|lwptoc\S*|on-this-page"
)


def marks_of(node: Node) -> str:
    """The names that a theme gave an element."""
    return f"{node.get('class')} {node.get('id')}".lower()


def reason_of(node: Node, weights: Weights, whole: int, title: str) -> str:
    """Why an element is no part of an article, "" where it may be."""
    reason = _named(node, weights)
    if node.name == "header" and not reason and title:
        inside = re.sub(r"\W+", "", node.text).lower()
        reason = "" if title in inside or weights.words(node) * 5 > whole else "the page's header"
    return reason if weights.words(node) * 2 <= whole or not weights.words(node) else ""


def _named(node: Node, weights: Weights) -> str:
    if node.name in _NEVER:
        return _NEVER[node.name]
    if (
        node.name == "form"
        and not weights.papers(node)
        and node.find("input", "select", "textarea")
    ):
        return "a form"
    footer = "the page's footer" if node.name == "footer" and not weights.papers(node) else ""
    if not node.attributes:
        return footer
    if "hidden" in node.attributes or _HIDDEN.search(node.get("style").lower()):
        return "hidden"
    if node.get("role").lower() in _ROLES:
        return node.get("role").lower()
    if node.name in _KEPT:
        return ""
    return _by_name(node, weights) or footer


def _by_name(node: Node, weights: Weights) -> str:
    """What one of its classes or its id says; papers are linked in parts of lists that have such names too."""
    for word in marks_of(node).split():
        if _COMMENTS.fullmatch(word):
            return "comments of readers"
        few = weights.papers(node) < 2
        if few and (_OUTSIDE.fullmatch(word) or _FULL.fullmatch(word)):
            return f"a part marked '{word[:40]}'"
    return ""
