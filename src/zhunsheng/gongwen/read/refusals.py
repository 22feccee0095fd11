"""The refusals of the readers: each code with its sentence and its remedy, in both languages."""

from __future__ import annotations

from typing import Final

from zhunsheng.gongwen.errors import ReadError

REFUSALS: Final[dict[str, tuple[str, str]]] = {
    "empty": (
        "文件是空的，没有可读的内容。请确认上传的是最终稿，重新选择文件。",
        "the file is empty, there is nothing to read. Check that it is the final version and "
        "choose it again.",
    ),
    "no_text": (
        "文件里没有文字。请确认内容是文字而不是图片，另存后重试。",
        "the file holds no text. Make sure that its content is text and not a picture, save it "
        "again and retry.",
    ),
    "too_large": (
        "文件超过 {limit} MB 的上限（本文件 {size} MB）。请拆分或压缩其中的图片后重试。",
        "the file is larger than the limit of {limit} MB (it has {size} MB). Split it or shrink "
        "its pictures and retry.",
    ),
    "too_many_pages": (
        "共 {pages} 页，超过 {limit} 页的上限。请按章节拆分后分别读取。",
        "it has {pages} pages, more than the limit of {limit}. Split it by chapter and read the "
        "parts one by one.",
    ),
    "old_word": (
        "这是旧版 Word（.doc）、WPS（.wps）或 RTF 文件，本机没有LibreOffice，无法转换。"
        "请在 Word 或 WPS 中“另存为”.docx 后重试。",
        "this is an old Word (.doc), WPS (.wps) or RTF file, and this machine has no LibreOffice "
        "to convert it. Open it in Word or WPS, save it as .docx and retry.",
    ),
    "not_converted": (
        "这是旧版 Word（.doc）、WPS（.wps）或 RTF 文件，LibreOffice未能转换，可能已损坏或设有密码。"
        "请在 Word 或 WPS 中打开，“另存为”.docx 后重试。",
        "this is an old Word (.doc), WPS (.wps) or RTF file, and LibreOffice could not convert it:"
        " it may be damaged or need a password. Open it in Word or WPS, save it as .docx and "
        "retry.",
    ),
    "encrypted_office": (
        "这份 Word 文件设有打开密码，无法读取。请去掉密码另存后重试。",
        "this Word file needs a password to open, so it cannot be read. Save it without the "
        "password and retry.",
    ),
    "ofd": (
        "这是 OFD 版式文件，目前不能读取。请在阅读器中导出为 PDF，或使用原始的 .docx。",
        "this is an OFD file, which cannot be read yet. Export it as PDF from the reader, or use "
        "the original .docx.",
    ),
    "not_a_document": (
        "看起来是{what}，不是公文，没有可检查的正文。"
        "请改用 .docx、.pdf、.html 或 .txt 格式的文稿。",
        "this looks like {what_en}, not a document, so there is no text to check. Choose a file in "
        "one of the formats .docx, .pdf, .html or .txt.",
    ),
    "undecodable": (
        "文字编码无法识别（不是 UTF-8，也不是 GBK；第 {position} 字节处出错）。"
        "请用记事本另存为 UTF-8 后重试。",
        "the text encoding is neither UTF-8 nor GBK (it fails at byte {position}). Save it as "
        "UTF-8 and retry.",
    ),
    "doubtful_encoding": (
        "按 GB 18030 解码后多为生僻字，可能是 Big5 等其他编码，读出来的数字和文字都不可靠。"
        "请用记事本另存为 UTF-8 后重试。",
        "decoded as GB 18030 it is mostly rare characters: perhaps it is Big5 or another encoding, "
        "and neither words nor figures can be trusted. Save it as UTF-8 and retry.",
    ),
    "zip_damaged": (
        "文件不完整或已损坏，压缩结构打不开。请重新下载或从原件再保存一次。",
        "the file is truncated or damaged, its zip structure does not open. Download it again or "
        "save it again from the original.",
    ),
    "zip_unsafe": (
        "文件的压缩结构不安全（{why}），已拒绝读取。请用 Word 或 WPS 打开原件重新保存。",
        "the zip structure is unsafe ({why_en}), so it was refused. Open the original in Word or "
        "WPS and save it again.",
    ),
    "xml_doctype": (
        "部件 {part} 含有 DOCTYPE 声明，正常的文档没有，已拒绝读取。请重新保存原件。",
        "part {part} carries a DOCTYPE, which no genuine document has, so it was refused. Save the "
        "original again.",
    ),
    "xml_damaged": (
        "部件 {part} 的内容已损坏，无法解析。请用 Word 或 WPS 打开并重新保存。",
        "part {part} is damaged and cannot be parsed. Open the file in Word or WPS and save it "
        "again.",
    ),
    "pdf_encrypted": (
        "这份 PDF 设有打开密码，无法读取。请提供不加密的版本。",
        "this PDF needs a password to open, so it cannot be read. Supply a version without one.",
    ),
    "pdf_damaged": (
        "这份 PDF 不完整或已损坏，无法打开。请重新导出。",
        "this PDF is truncated or damaged and does not open. Export it again.",
    ),
    "pdf_scanned": (
        "这份 PDF 是扫描件，{pages} 页都没有文字层。请使用由文字稿导出的 PDF，"
        "或先做文字识别并人工校对。",
        "this PDF is a scan: none of its {pages} pages has a text layer. Use a PDF exported from "
        "the text, or recognise the characters and proof-read them first.",
    ),
}


def refusal(code: str, source: str, **values: object) -> ReadError:
    """The error for `code`, its sentences filled with `values` and begun with the file's name."""
    zh, en = REFUSALS[code]
    return ReadError(
        code,
        zh=f"《{source}》：{zh.format(**values)}" if source else zh.format(**values),
        en=f"{source}: {en.format(**values)}" if source else en.format(**values),
        source=source,
    )
