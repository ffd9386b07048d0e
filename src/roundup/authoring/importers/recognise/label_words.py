"""The words of labels, in six languages."""

from roundup.authoring.importers.recognise.vocabulary import words

_EXACT_WORDS = {
    "title": "title|paper title|title of paper|article title|original title|work|name|"
    "论文标题|论文题目|论文名称|论文名|标题|题目|原标题|英文标题|英文题目|論文タイトル|"
    "論文名|タイトル|題名|題目|原題|"
    "논문 제목|논문제목|논문명|제목|원제|titulo|titulo del articulo|titulo del paper|"
    "titulo original|titulo do artigo|nombre",
    "paper": "paper|papers|article|arxiv|preprint|publication|manuscript|paper link|"
    "link to paper|link to the paper|"
    "paper url|paper at|arxiv link|original paper|full paper|read|read the paper|read paper|"
    "read it|abs|abstract link|"
    "arxiv abs|doi|openreview|acl|neurips|nips|icml|iclr|cvpr|iccv|eccv|ieee|acm|springer|"
    "nature|science|pmlr|"
    "reference|references|paper address|paper here|the paper|html|biorxiv|medrxiv|hal|ssrn|"
    "jmlr|acl anthology|"
    "link to arxiv|paper on arxiv|paper arxiv|arxiv paper|論文リンク|論文|论文|论文链接|"
    "论文地址|原文|原文链接|论文下载|论文网址|"
    "論文url|論文はこちら|元論文|논문|논문 링크|논문링크|원문|원문 링크|논문 주소|articulo|"
    "enlace al articulo|"
    "enlace al paper|articulo original|publicacion|artigo|artigo original|link do artigo|"
    "link para o artigo|publicacao|"
    "trabajo|leer|ler|link al paper|paper completo|출처 논문",
    "pdf": "pdf|paper pdf|pdf link|full pdf|download|download pdf|下载|pdf下载|arxiv pdf|"
    "ダウンロード|다운로드|descargar|baixar",
    "link": "link|links|url|here|address|source link|地址|链接|鏈接|网址|リンク|링크|주소|"
    "enlace|enlaces|aqui|ここ|こちら|여기|"
    "source|website|site|web|出典|来源|출처|fuente|fonte|more info|more|read more|details|"
    "available at|available",
    "authors": "author|authors|author s|by|written by|author list|authors list|first author|"
    "作者|论文作者|著者|作者名|執筆者|저자|저자명|"
    "글쓴이|autor|autores|autora|autoras|autor es|autores as|por|researchers",
    "presenter": "presenter|presenters|presented by|speaker|speakers|discussion leader|discussion leaders|leader|"
    "led by|moderator|host|主讲|主讲人|报告人|分享人|讲者|发表者|発表者|担当|担当者|紹介者|발표자|발표|담당|담당자|"
    "ponente|ponentes|presentador|presenta|apresentador|apresentadores|apresentado por|palestrante",
    "institution": "institution|institutions|affiliation|affiliations|organization|"
    "organisation|organizations|"
    "lab|labs|company|university|team|group|机构|单位|作者单位|研究机构|论文机构|团队|"
    "作者机构|所属|所属機関|機関|研究機関|소속|기관|"
    "institucion|instituciones|afiliacion|instituicao|instituicoes|afiliacao|organizacion|"
    "organizacao|from",
    "venue": "venue|conference|journal|published in|published at|publication venue|"
    "presented at|appeared in|"
    "appears in|accepted at|accepted to|accepted by|conf|conference journal|proceedings|"
    "场合|会议|期刊|发表于|发表会议|发表期刊|会议期刊|出处|收录|收录于|发表|刊登|接收|学会|会議|"
    "掲載|掲載誌|掲載先|採択|発表学会|発表先|論文誌|"
    "학회|학술지|저널|게재|게재처|발표 학회|컨퍼런스|conferencia|revista|publicado en|"
    "congreso|evento|"
    "conferencia revista|publicado em|congresso|periodico|aceptado en|aceito em|"
    "local de publicacao",
    "date": "date|published|published on|publication date|publish date|published date|"
    "submitted|submitted on|posted|"
    "year|released|release date|submission date|date of publication|first published|month|"
    "日期|时间|年份|发表时间|发布时间|发布日期|提交时间|"
    "发表日期|发表年份|日付|公開日|投稿日|発行日|発表日|公開|年|날짜|일자|연도|발행일|발표일|"
    "출판일|게시일|공개일|fecha|"
    "fecha de publicacion|ano|año|publicado|publicado el|data de publicacao|publicada em|"
    "data da publicacao",
    "code": "code|codes|source code|github|git|repo|repository|implementation|"
    "implementations|official code|"
    "code link|github link|github repo|official implementation|pytorch|tensorflow|keras|jax|"
    "torch|caffe|tf|"
    "source|code repository|codebase|open source|pytorch code|tensorflow code|"
    "unofficial code|code available|code url|"
    "代码|源码|源代码|代码链接|代码地址|开源代码|开源地址|开源|开源链接|项目代码|项目地址|"
    "项目链接|github地址|github链接|论文代码|实现|代码实现|"
    "コード|実装|ソースコード|ソース|公式実装|コードリンク|코드|구현|소스|소스 코드|소스코드|"
    "깃허브|깃헙|코드 링크|공식 구현|"
    "codigo|codigo fuente|repositorio|implementacion|codigo fonte|implementacao|"
    "codigo abierto|codigo aberto",
    "project": "project|project page|project website|homepage|home page|project site|webpage|"
    "web page|page|"
    "project link|project url|official site|official website|项目|项目主页|主页|项目网站|"
    "官网|项目页|プロジェクト|プロジェクトページ|"
    "公式サイト|公式ページ|프로젝트|프로젝트 페이지|홈페이지|프로젝트페이지|proyecto|"
    "pagina del proyecto|pagina web|sitio web|"
    "projeto|pagina do projeto|site do projeto|pagina",
    "video": "video|videos|talk|presentation video|youtube|watch|watch the video|recording|"
    "video link|lecture|keynote|"
    "short video explanation|video explanation|demo video|video demo|oral|talk video|teaser|"
    "视频|视频链接|演讲|讲解视频|動画|ビデオ|発表動画|"
    "解説動画|영상|비디오|동영상|발표 영상|발표|charla|palestra|video explicativo|"
    "explicacion en video",
    "demo": "demo|demos|live demo|online demo|interactive demo|try it|playground|colab|"
    "colab notebook|colab demo|"
    "huggingface demo|hf demo|web demo|hugging face demo|notebook|演示|在线演示|试玩|体验|"
    "体验地址|デモ|데모|demostracion|demonstracao|google colab|spaces",
    "data": "dataset|datasets|data|data set|benchmark|data link|数据集|数据|数据地址|"
    "数据集地址|データ|データセット|데이터|데이터셋|"
    "datos|conjunto de datos|dados|conjunto de dados",
    "slides": "slides|slide|presentation|presentation pdf|ppt|slide deck|deck|poster|幻灯片|课件|スライド|"
    "発表資料|資料|ポスター|슬라이드|발표자료|"
    "발표 자료|포스터|diapositivas|presentacion|apresentacao",
    "blog": "blog|blog post|blogpost|blog article|post|short read|article link|explanation|"
    "explained|summary post|"
    "medium|read post|news|write up|writeup|review|paper review|notes|tutorial|commentary|press|"
    "press release|解读|博客|解读文章|文章|相关报道|报道|中文解读|论文解读|ブログ|解説|"
    "解説記事|"
    "参考記事|記事|日本語解説|블로그|리뷰|해설|설명|기사|entrada|entrada del blog|"
    "articulo de blog|post do blog|noticia|"
    "announcement|overview",
    "thread": "tweet|tweets|twitter|thread|twitter thread|x|reddit|discussion|hn|hacker news|"
    "tweet thread|讨论|推特|"
    "ツイート|트윗|hilo|discusion|hilo de twitter",
    "abstract": "abstract|论文摘要|摘要|アブストラクト|要旨|초록|abstracto|resumen del articulo",
    "summary": "summary|tl dr|tldr|tl;dr|in short|description|main idea|key idea|idea|"
    "key points|highlights|note|"
    "comment|comments|remarks|why it matters|takeaway|takeaways|contribution|contributions|"
    "key insight|what|why|"
    "简介|概述|内容|总结|要点|一句话总结|推荐理由|亮点|贡献|论文简介|内容简介|核心内容|介绍|"
    "备注|推荐语|概要|要約|一言で言うと|一言|どんなもの|コメント|ポイント|"
    "要点まとめ|まとめ|요약|한줄 요약|한줄요약|내용|설명|특징|resumen|descripcion|"
    "idea principal|resumo|descricao|ideia principal|"
    "por que importa|contribuicao|aportacion|comentario|推荐",
    "citations": "citations|citation count|cited by|number of citations|citation|cited|stars|"
    "star|引用|引用数|引用量|引用次数|"
    "被引|被引次数|被引用|被引用数|被引量|谷歌引用|인용|인용수|인용 수|피인용|citas|citacoes|"
    "numero de citas|scholar citations|votes",
    "tags": "tags|tag|keywords|keyword|topic|topics|area|areas|field|category|categories|"
    "subject|task|tasks|"
    "关键词|关键字|标签|领域|方向|主题|类别|任务|キーワード|タグ|分野|カテゴリ|키워드|태그|"
    "분야|주제|카테고리|palabras clave|etiquetas|tema|temas|area tematica|"
    "palavras chave|palavras-chave|categoria|area de pesquisa|tarea|tarefa|type",
    "number": "no|number|rank|ranking|id|index|nr|序号|编号|排名|番号|順位|번호|순위|numero|"
    "posicion|posicao|n",
    "award": "award|awards|prize|奖项|获奖|賞|수상|premio",
    "models": "model|models|weights|checkpoint|checkpoints|pretrained models|"
    "pre trained models|pretrained model|huggingface|"
    "hugging face|模型|模型地址|权重|モデル|모델|modelo|modelos",
    "bibtex": "bibtex|bib|cite|citation bib|how to cite",
    "related": "further reading|related|related work|related works|related papers|"
    "related reading|see also|follow up|follow ups|"
    "follow up work|follow up papers|builds on|prior work|background reading|similar|"
    "similar papers|compare|other papers|"
    "相关论文|相关工作|相关阅读|延伸阅读|関連論文|関連研究|関連|관련 논문|관련 연구|"
    "lecturas relacionadas|trabajos relacionados|trabalhos relacionados|"
    "leitura adicional|artigos relacionados",
    "supplement": "supplementary|supplementary material|supp|supplement|appendix|"
    "supplemental|补充材料|附录",
}  # fmt: skip
# What several fields could claim goes to the first of them.
EXACT = {
    word: field for field, several in reversed(_EXACT_WORDS.items()) for word in several.split("|")
}


# Words that make a short label mean a field wherever they stand in it, the most telling first.
TELLING = (
    ("code", "code|github|implementation|repo|repository|codes|gitlab|"
        "codigo|implementacion|implementacao|repositorio"),
    ("data", "dataset|datasets"),
    ("slides", "slides|poster|slideshare"),
    ("video", "video|youtube|talk|videos|watch"),
    ("demo", "demo|colab|playground"),
    ("project", "project|homepage|website|proyecto|projeto"),
    ("blog", "blog|blogpost|medium|post"),
    ("thread", "tweet|twitter|reddit"),
    ("supplement", "supplementary|supp|appendix"),
    ("paper", "paper|arxiv|pdf|preprint|articulo|artigo|openreview|doi"),
)  # fmt: skip


TELLING_CJK = (
    ("code", "代码|源码|开源|コード|実装|코드|구현|깃허브"),
    ("data", "数据集|データセット|데이터셋"),
    ("slides", "幻灯|スライド|슬라이드"),
    ("video", "视频|動画|영상"),
    ("demo", "演示|デモ|데모"),
    ("blog", "博客|解读|ブログ|解説|블로그|리뷰"),
    ("project", "项目|主页|プロジェクト|프로젝트|官网"),
    ("authors", "作者|著者|저자"),
    ("institution", "机构|単位|单位|소속"),
    ("title", "标题|题目|タイトル|제목"),
    ("paper", "论文|論文|논문|原文"),
)  # fmt: skip


PHRASES = frozenset(
    (
        "for more details",
        "more details",
        "details",
        "learn more",
        "read on",
        "full text",
        "continue reading",
    )
)


SMALL = words(
    """
    the a an for of and to link links here official our page on at in url available version v
    """
)


# Labels of links that are as often the first word of a title.
AMBIGUOUS = words(
    "tensorflow pytorch keras jax torch caffe tf openreview acl nature science springer ieee "
    "acm x youtube medium "
    "github news review notes note name work type area team group page read download from by "
    "what why source data "
    "project demo model benchmark index number n name task field"
)
