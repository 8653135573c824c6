"""Words of references in other languages than English, for the general layout."""

from callsheet import lazy_re as re
from callsheet.model import SectionKind

_REQUEST = (
    r"(?:petici[oó]n|solicitud|requ[eê]te|anfrage|requisi[cç][aã]o|запрос\w{0,4}|请求"
    r"|リクエスト|요청)"
)  # fmt: skip
_RESPONSE = (
    r"(?:respuestas?|r[eé]ponses?|antwort(?:en)?|respostas?|ответ\w{0,4}|响应|返回|レスポンス|응답)"
)
_EXAMPLE = r"(?:ejemplos?|exemples?|beispiele?|exemplos?|пример\w{0,4}|示例|例子?|예시|예제)"
_ROWS = (
    r"(?:par[aáâ]m[eéè]tr[eo]s|campos|champs|felder|параметры|поля|参数|字段|パラメータ|파라미터"
    r"|필드)"
)

SECTIONS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            SectionKind.EXAMPLE_RESPONSE,
            rf"{_EXAMPLE}.{{0,12}}{_RESPONSE}|{_RESPONSE}.{{0,6}}{_EXAMPLE}",
        ),
        (
            SectionKind.EXAMPLE_REQUEST,
            rf"{_EXAMPLE}.{{0,12}}{_REQUEST}|{_REQUEST}.{{0,6}}{_EXAMPLE}|^{_EXAMPLE}$",
        ),
        (
            SectionKind.RESPONSE_BODY,
            rf"{_RESPONSE}.{{0,6}}{_ROWS}|{_ROWS}.{{0,12}}{_RESPONSE}",
        ),
        (
            SectionKind.RESPONSE,
            rf"^{_RESPONSE}|^(?:errores|erreurs|fehler|erros|ошибки)$|(?:错误|状态)码",
        ),
        (SectionKind.QUERY, rf"{_ROWS} (?:de )?(?:consulta|query)|查询{_ROWS}|クエリ|쿼리"),
        (
            SectionKind.PATH,
            rf"{_ROWS} (?:de |d')?(?:la )?(?:ruta|url|chemin)|(?:路径|パス|경로 ?){_ROWS}",
        ),
        (
            SectionKind.HEADERS,
            r"^(?:encabezados|cabeceras|en-t[eê]tes|cabe[cç]alhos|заголовки|请求头|ヘッダ|헤더)",
        ),
        (
            SectionKind.REQUEST_BODY,
            rf"^(?:cuerpo|corps|corpo|тело)\b|{_REQUEST}(?:体|正文|ボディ|本文| 본문)",
        ),
        (SectionKind.PARAMETERS, _ROWS),
    )
)
"""The meanings of headings."""

LABELS = ((SectionKind.EXAMPLE_REQUEST, re.compile(rf"^\W*{_REQUEST}\W*$", re.IGNORECASE)),)
"""Further meanings of lines that introduce something."""

_COLUMNS = {
    "name": (
        "nombre campo parámetro nom champ paramètre nome parâmetro feld имя поле параметр "
        "название 字段 字段名 参数 参数名 参数名称 名称 属性 パラメータ パラメーター 名前 "
        "フィールド キー 이름 필드 파라미터"
    ),
    "type": "tipo typ тип 类型 数据类型 型 タイプ 타입 자료형",
    "description": "descripción beschreibung descrição описание 说明 描述 备注 含义 説明 内容 설명",
    "required": (
        "requerido obligatorio requis obligatoire obrigatório pflicht erforderlich "
        "обязательный обязательность обязательно обязателен 必填 是否必填 必须 是否必须 "
        "是否必需 必选 必須 필수"
    ),
    "default": "predeterminado padrão standard 默认 默认值 デフォルト 기본값",
    "status": "estado código статус код 状态码 상태",
    "method": "método méthode methode метод 方法 メソッド 메서드",
    "path": "ruta caminho chemin pfad путь 路径 パス 경로",
}
COLUMNS = {
    "por defecto": "default",
    "par défaut": "default",
    "по умолчанию": "default",
    "http 상태": "status",
    "필수 여부": "required",
    **{word: meaning for meaning, words in _COLUMNS.items() for word in words.split()},
}
"""The meanings of the columns of tables."""

_YES = "sí si oui ja sim да 是 必填 必须 必須 ○ はい 예 필수"
_NO = "non nein não нет 否 可选 选填 非必填 任意 いいえ 아니오 선택"
MARKS = {**dict.fromkeys(_YES.split(), True), **dict.fromkeys(_NO.split(), False)}
"""Whether a word in a column about that says that a row is required."""

_TYPES = {
    "string": (
        "cadena texto cadeia chaîne stringa zeichenkette zeichenfolge строка 字符串 文字列 문자열"
    ),
    "integer": "entero inteiro entier intero ganzzahl целое 整数 整型 정수",
    "number": "número numero zahl число 数字 浮点数 数値 숫자",
    "boolean": (
        "booleano lógico booléen wahrheitswert булево логический 布尔 布尔值 布尔型 真偽値 불리언"
    ),
    "array": ("arreglo lista matriz tableau liste массив список 数组 列表 配列 リスト 배열"),
    "object": "objeto objet oggetto objekt объект 对象 オブジェクト 객체",
    "date": "fecha datum дата 日期 日付 날짜",
    "binary": "archivo arquivo fichier datei файл 文件 ファイル 파일",
}
TYPES = {
    "chaîne de caractères": "string",
    "целое число": "integer",
    "fecha y hora": "date-time",
    "data e hora": "date-time",
    **{word: kind for kind, words in _TYPES.items() for word in words.split()},
}
"""The types of the page format, by the words of columns about types."""
