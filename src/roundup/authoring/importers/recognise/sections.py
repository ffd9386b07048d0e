"""Headings that name a part of a document and never a paper, in six languages."""

import re
from functools import lru_cache

from roundup.authoring.importers.recognise.numbers import dotted_end, leading
from roundup.authoring.importers.recognise.titles import cleaned

_REFERENCES = (
    "references|reference|paper references|bibliography|sources|cited papers|citations|"
    "literature|works cited|reference list|"
    "参考文献|参考资料|参考|引用|参考链接|参考文献一覧|参考リンク|参照|引用文献|참고문헌|"
    "참고 문헌|참고자료|참고 자료|레퍼런스|출처|referencias|bibliografia|"
    "bibliografía|fuentes|referências|referencias bibliográficas|referências bibliográficas|"
    "fontes|footnotes|脚注|注释|links to papers|paper links"
)
_UNPLACED = (
    "honorable mentions?|honourable mentions?|honorable mention papers|runners?[- ]up|"
    "special mentions?|also worth reading|bonus|"
    "bonus papers?|other notable papers|notable mentions?|mentions?|also noteworthy|"
    "worth mentioning|close calls|next in line|"
    "遗珠|荣誉提名|特别提名|其他值得关注的论文|番外|番外編|次点|その他の論文|선외가작|그 외|"
    "기타 논문|아쉽게 탈락한 논문|menciones honoríficas|mención honorífica|"
    "menciones especiales|"
    "otras menciones|menções honrosas|menção honrosa|outras menções|bônus"
)
_OTHER = (
    "introduction|intro|overview|background|preface|foreword|motivation|table of contents?|"
    "contents?|toc|index|outline|"
    "conclusions?|concluding remarks|summary|wrap[- ]?up|final thoughts?|closing (?:thoughts|"
    "words|remarks)|takeaways|epilogue|"
    "about|about (?:me|us|the authors?|this (?:repo|repository|list|post|blog|project))|"
    "authors?|contributors?|maintainers?|contact|contact me|"
    "contribut\\w+|how to contribute|contribution guidelines?|guidelines|license|licence|"
    "licensing|copyright|disclaimer|acknowledge?ments?|thanks|special thanks|"
    "tools?|code|data|models?|implementations?|libraries|software|frameworks?|toolkits?|toolbox(?:es)?|datasets?|courses?|"
    "books?|tutorials?|videos?|lectures?|blogs?|blog posts|talks?|"
    "related|resources|useful (?:links|resources)|other resources|links|related (?:lists?|"
    "posts?|articles?|repos(?:itories)?|links|reading|resources|awesome lists)|"
    "other (?:lists|awesome lists|repos)|awesome lists|see also|further reading|"
    "more resources|read more|you may also like|"
    "news|updates?|changelog|what'?s new|announcements?|todo|to do|roadmap|faq|notes?|legend|"
    "criteria|awesome list criteria|"
    "comments?|leave a reply|share this|subscribe|newsletter|sponsors?|support|donate|"
    "advertisement|follow us|join us|community|"
    "star history|stargazers|citation|cite|how to cite|citing|bibtex|usage|installation|"
    "getting started|how to use|requirements|template|"
    "methodology|how (?:we|i) (?:chose|picked|selected).{0,30}|selection criteria|format|"
    "entry format|submission|"
    "目录|目錄|前言|引言|导语|导读|简介|序言|概述|介绍|总结|结语|小结|结论|写在最后|写在前面|"
    "后记|关于|关于我们|关于作者|作者简介|贡献|如何贡献|许可|许可证|版权|致谢|鸣谢|"
    "工具|数据集|教程|课程|书籍|相关资源|资源|联系方式|联系我们|更新|更新日志|推荐阅读|"
    "相关阅读|相关文章|往期推荐|往期精彩|延伸阅读|交流群|加入我们|广告|留言|评论|关注我们|"
    "目次|はじめに|概要|まとめ|おわりに|終わりに|最後に|結論|あとがき|前書き|"
    "この記事について|著者について|関連記事|謝辞|ツール|データセット|コメント|お知らせ|"
    "ライセンス|選定基準|"
    "목차|소개|서론|들어가며|시작하며|머리말|마치며|마무리|맺음말|결론|정리|요약|기여|"
    "기여하기|라이선스|감사의 글|댓글|관련 글|도구|데이터셋|자료|운영방법|공지|후기|"
    "índice|indice|introducción|introduccion|conclusión|conclusion|conclusiones|resumen|"
    "contenido|contenidos|tabla de contenidos?|"
    "herramientas|recursos|contribuir|contribuciones|cómo contribuir|licencia|"
    "agradecimientos|sobre (?:mí|nosotros|el autor|este)|acerca de|comentarios|suscríbete|"
    "enlaces|what you(?:'ll| will) learn.{0,30}|prerequisites|jobs|events|"
    "how to (?:read|use|start|cite|contribute).{0,40}|cómo (?:leer|usar) .{1,40}|"
    "como (?:ler|usar) .{1,40}|(?:resources|recursos|ressources) (?:for|to|para|pour) .{1,40}|"
    "(?:useful|helpful|other|more|additional|further|related|external|online) (?:summaries|"
    "posts|blogs|tools|sources|materials?|information|tutorials|videos|courses|books|repos)|"
    "introdução|introducao|conclusão|conclusao|conclusões|considerações finais|resumo|"
    "sumário|sumario|conteúdo|ferramentas|contribuindo|"
    "contribuições|como contribuir|licença|licenca|agradecimentos|sobre|sobre (?:mim|nós|"
    "o autor|este)|comentários|links úteis|leia (?:também|mais)|lee también"
)
_NAMES = {
    "references": re.compile(f"(?i)(?:{_REFERENCES})"),
    "unplaced": re.compile(f"(?i)(?:{_UNPLACED})"),
    "other": re.compile(f"(?i)(?:{_OTHER})"),
}


_AND = re.compile(r"\s*[,，、/&+＆和与及]\s*|\s+(?:and|y|e|et|und)\s+")


@lru_cache(maxsize=1 << 12)
def kind_of_section(heading: str) -> str:
    """`references`, `unplaced` (honourable mentions) or `other`; empty for a heading that may name papers."""
    text = cleaned(heading).strip(" :：!！.。*_")
    number = leading(text)
    text = text[number.end :] if number else text[dotted_end(text) :]
    text = cleaned(text).strip(" :：!！.。*_")
    found = _named(text)
    several = _AND.split(text) if not found else []
    return "other" if len(several) > 1 and all(_named(one) == "other" for one in several) else found


def _named(text: str) -> str:
    return next((kind for kind, names in _NAMES.items() if names.fullmatch(text.strip())), "")
