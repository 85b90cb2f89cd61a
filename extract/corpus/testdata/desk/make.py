#!/usr/bin/env python3
"""Writes files/ and expect.jsonl: one file a layout, as the programs and the
databases of the formats write them. It was written from their specifications
and samples, not from what the readers can do. Where soffice runs, DOCX, ODT,
RTF, PDF and XLSX are LibreOffice's own.

    python3 make.py            # needs Python 3 and, for a part, soffice
"""
import base64, datetime, html, json, os, quopri, shutil, subprocess, sys, tempfile, textwrap, zipfile
from email.header import Header

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "files")
EXPECT = []


def story(title, when, paper, author, *body):
    """An article, with its date as the formats write it."""
    t = datetime.datetime.strptime(when, "%Y-%m-%d %H:%M")
    month = t.strftime("%B")
    return dict(
        title=title, date=t.strftime("%Y-%m-%d"), long=f"{month} {t.day}, {t.year}", day=t.strftime("%A"),
        dmy=f"{t.day} {month} {t.year}", rfc=t.strftime("%a, %d %b %Y %H:%M:%S +0000"), paper=paper, author=author, body=list(body))


ARTICLES = {
    "mali": story(
        "Gunmen kill four villagers in central Mali", "2023-03-14 09:30", "The Harbour Times", "Jane Kone",
        "Gunmen killed four villagers in Bankass on Monday, a local official said. The attackers set fire to two granaries before they left the village.",
        "On Sunday, soldiers clashed with jihadists near Mopti. Three soldiers were wounded in the clashes, the army said.",
        "Residents of the region have asked for more patrols on the roads between the market towns, where traders are often stopped."),
    "yemen": story(
        "Air strike on market kills nine in Taiz", "2023-04-02 16:05", "North Star Daily", "Omar Haddad",
        "An air strike on a market in Taiz killed nine people on Saturday, medics said. Among the dead were two children.",
        "Houthi fighters shelled an army post outside Marib on Friday, wounding two soldiers, a military official said.",
        "The market opens every week and draws farmers from the whole valley, who had come to sell vegetables before the feast."),
    "syria": story(
        "Militants ambush convoy in eastern Syria", "2023-05-05 11:00", "Evening Courier", "Lina Sabbagh",
        "Islamic State militants ambushed an army convoy near Deir al-Zor on Thursday, killing six soldiers, a monitoring group said.",
        "Turkish drones struck a checkpoint in Kobani on Wednesday, the group added. One fighter was killed and four were wounded.",
        "The road through the desert has been closed to buses since the winter, and drivers take the longer way along the river."),
}
ALL = ["mali", "yemen", "syria"]
esc = html.escape


def put(name, data, articles=None, publisher=True, date=True, records=None, count=None, title=True, flat=False):
    path = os.path.join(OUT, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if isinstance(data, str):
        data = data.encode("utf-8")
    if data is not None:
        with open(path, "wb") as f:
            f.write(data)
    want(name, articles, publisher, date, records, count, title, flat)


def want(name, articles=None, publisher=True, date=True, records=None, count=None, title=True, flat=False):
    e = {"file": name}
    if articles:
        e["articles"] = [{"key": k + ("-flat" if flat else ""), **({"title": ARTICLES[k]["title"]} if title else {}), **({"published": ARTICLES[k]["date"]} if date else {}),
                          **({"publisher": ARTICLES[k]["paper"]} if publisher else {})} for k in articles]
    if count:
        e["count"] = count
    if records:
        e["records"] = records
    EXPECT.append(e)


def wrap(paragraphs, width=72):
    return "\n\n".join("\n".join(textwrap.wrap(p, width)) for p in paragraphs)


# LexisNexis: the download of Academic, the older one, Nexis Uni.

def lexis_academic(keys):
    out = []
    for i, k in enumerate(keys, 1):
        a = ARTICLES[k]
        out.append("\n".join([
            f"{i} of {len(keys)} DOCUMENTS".center(78).rstrip(), "", "", a["paper"].center(78).rstrip(), "",
            f"{a['long']} {a['day']}".center(78).rstrip(), "Final Edition".center(78).rstrip(), "", a["title"], "",
            f"BYLINE: {a['author']}", "", "SECTION: WORLD; Pg. 4", "", f"LENGTH: {len(' '.join(a['body']).split())} words", "", "", wrap(a["body"]), "",
            "LOAD-DATE: " + a["long"], "", "LANGUAGE: ENGLISH", "", "PUBLICATION-TYPE: Newspaper", "", "",
            f"Copyright 2023 {a['paper']}".center(78).rstrip(), "All Rights Reserved".center(78).rstrip(), "", "", ""]))
    return "\n".join(out)


def lexis_old(keys):
    out = []
    for i, k in enumerate(keys, 1):
        a = ARTICLES[k]
        out.append("\n".join([
            f"Document {i} of {len(keys)}".center(70).rstrip(), "", f"Copyright 2023 {a['paper']}".center(70).rstrip(), "All Rights Reserved".center(70).rstrip(),
            a["paper"].center(70).rstrip(), "", f"{a['long']}, {a['day']}, Late Edition - Final".center(70).rstrip(), "",
            "SECTION: Section A; Page 9; Column 1; Foreign Desk", "", f"LENGTH: {len(' '.join(a['body']).split())} words", "",
            f"HEADLINE: {a['title']}", "", f"BYLINE: By {a['author']}", "", "BODY:", wrap(["   " + p for p in a["body"]]), "", "URL: http://www.example.org", "",
            f"LOAD-DATE: {a['long']}", "", ""]))
    return "\n".join(out)


def nexis_uni_blocks(keys):
    for k in keys:
        a = ARTICLES[k]
        yield ("h1", a["title"])
        yield ("p", a["paper"])
        yield ("p", f"{a['long']} {a['day']}")
        yield ("p", f"Copyright 2023 {a['paper']} All Rights Reserved")
        yield ("p", "Section: WORLD; Pg. 4")
        yield ("p", f"Length: {len(' '.join(a['body']).split())} words")
        yield ("p", f"Byline: {a['author']}")
        yield ("h2", "Body")
        for p in a["body"]:
            yield ("p", p)
        yield ("p", f"Load-Date: {a['long']}")
        yield ("p", "End of Document")


def page(blocks, head=""):
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>" + "".join(f"<{t}>{esc(s)}</{t}>\n" for t, s in blocks) + "</body></html>"


def lexis_html(keys):
    out = ["<HTML><HEAD><META http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\"><TITLE></TITLE></HEAD><BODY>"]
    for i, k in enumerate(keys, 1):
        a = ARTICLES[k]
        out.append(f'<A NAME="DOC_ID_0_{i-1}"></A><DOCFULL><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">{i} of {len(keys)} DOCUMENTS</SPAN></P></DIV>'
                   f'<BR><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c2">{a["paper"]}</SPAN></P></DIV><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c4">{a["long"].split()[0]}</SPAN><SPAN CLASS="c2"> {a["long"].split(" ",1)[1]} {a["day"]}</SPAN></P></DIV>'
                   f'<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c7">{esc(a["title"])}</SPAN></P></DIV>'
                   f'<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">BYLINE: </SPAN><SPAN CLASS="c2">{a["author"]}</SPAN></P></DIV><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">LENGTH: </SPAN><SPAN CLASS="c2">58 words</SPAN></P></DIV><BR>'
                   + "".join(f'<DIV CLASS="c5"><P CLASS="c9"><SPAN CLASS="c2">{esc(p)}</SPAN></P></DIV>' for p in a["body"])
                   + f'<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">LOAD-DATE: </SPAN><SPAN CLASS="c2">{a["long"]}</SPAN></P></DIV><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">LANGUAGE: </SPAN><SPAN CLASS="c2">ENGLISH</SPAN></P></DIV>'
                   f'<DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c2">Copyright 2023 {a["paper"]}<BR>All Rights Reserved</SPAN></P></DIV></DOCFULL>')
    return "".join(out) + "</BODY></HTML>"


# Factiva.

def factiva_plain(keys):
    out = []
    for i, k in enumerate(keys, 1):
        a = ARTICLES[k]
        out.append("\n".join([a["title"], "", f"By {a['author']}", f"{len(' '.join(a['body']).split())} words", a["dmy"], "09:30", a["paper"], "HARBT", "4", "English",
                              f"(c) 2023 {a['paper']}. All rights reserved.", "", "\n\n".join(a["body"]), "", f"Document HARBT000{a['date'].replace('-','')}ej3e0000{i}", "", ""]))
    return "\n".join(out) + "\nSearch Summary\n\nText\tgunmen or strike\nDate\tAll Dates\nSource\tAll Sources\nTimestamp\t9 May 2023 10:12\n"


def factiva_fields(keys):
    out = []
    for i, k in enumerate(keys, 1):
        a = ARTICLES[k]
        out.append("\n".join([f"HD  {a['title']}", f"BY  {a['author']}", f"WC  {len(' '.join(a['body']).split())} words", f"PD  {a['dmy']}", "ET  09:30", f"SN  {a['paper']}", "SC  HARBT", "PG  4", "LA  English",
                              f"CY  (c) 2023 {a['paper']}", "", "LP", a["body"][0], "", "TD", "\n\n".join(a["body"][1:]), "", "NS  gcat : Political/General News", "RE  afr : Africa", "PUB  Harbour Media", f"AN  Document HARBT000{a['date'].replace('-','')}ej3e0000{i}", "", ""]))
    return "\n".join(out)


def factiva_html(keys):
    return "<html><head><title>Factiva</title></head><body><div id='headlines'>" + "".join(
        f"<div class='article enArticle'><div id='hd'><span class='enHeadline'>{esc(a['title'])}</span></div><div class='author'>{a['author']}</div><div>58 words</div><div>{a['dmy']}</div><div>{a['paper']}</div><div>HARBT</div><div>English</div>"
        f"<div>(c) 2023 {a['paper']}</div>" + "".join(f"<p class='articleParagraph enarticleParagraph'>{esc(p)}</p>" for p in a["body"]) + f"<p>Document HARBT000{a['date'].replace('-','')}ej3e0000{i}</p></div>"
        for i, a in enumerate((ARTICLES[k] for k in keys), 1)) + "</div></body></html>"


def factiva_table(keys):
    def row(c, v):
        return f"<tr><td class='index' width='40px'><b>{c}</b></td><td>{v}</td></tr>"
    return "<html><body>" + "".join(
        "<div class='article'><table>" + row("HD", f"<span class='enHeadline'>{esc(a['title'])}</span>") + row("BY", a["author"]) + row("WC", "58 words") + row("PD", a["dmy"]) + row("SN", a["paper"]) + row("SC", "HARBT") + row("LA", "English") + row("CY", f"(c) 2023 {a['paper']}")
        + row("LP", f"<p>{esc(a['body'][0])}</p>") + row("TD", "".join(f"<p>{esc(p)}</p>" for p in a["body"][1:])) + row("PUB", "Harbour Media") + row("AN", f"Document HARBT000{a['date'].replace('-','')}ej3e0000{i}") + "</table></div>"
        for i, a in enumerate((ARTICLES[k] for k in keys), 1)) + "</body></html>"


# ProQuest.

def proquest(keys):
    bar = "_" * 60
    out = [bar, "Report Information from ProQuest", "9 May 2023 10:15", bar, "", "TABLE OF CONTENTS", ""] + [f"{i}. {ARTICLES[k]['title']}" for i, k in enumerate(keys, 1)] + [""]
    for i, k in enumerate(keys, 1):
        a = ARTICLES[k]
        out += [bar, f"Document {i} of {len(keys)}", "", a["title"], "", f"Author: {a['author']}", "", f"Publication info: {a['paper']} ; Bamako [Bamako]. {a['dmy']}: 4.", "",
                "http://search.proquest.com/docview/28" + str(i), "", f"Abstract: {a['body'][0]}", "", "Full text: " + "\n\n".join(a["body"]), "", "Subject: Violence; Armed forces",
                "", f"Title: {a['title']}", "", f"Publication title: {a['paper']}", "", "Pages: 4", "", f"Publication date: {a['long']}", "", "Publisher: Harbour Media", "", "Language of publication: English", "", "Document type: News",
                "", f"Copyright: Copyright Harbour Media {a['long']}", "", f"Last updated: {a['date']}", "", "Database: Newsstand", ""]
    return "\n".join(out + [bar, "Contact us at: http://www.proquest.com"])


def proquest_new(keys):
    out = []
    for i, k in enumerate(keys, 1):
        a = ARTICLES[k]
        out += ["_" * 60, "", a["title"], "", f"{a['author']}. {a['paper']}; Bamako. {a['dmy']}.", "", "ProQuest document link", "", "FULL TEXT", "\n\n".join(a["body"]), "", "DETAILS", "", "Subject:", "Violence", "",
                "Publication title:", a["paper"], "", "Publication date:", a["long"], "", "Source type:", "Newspaper", "", "Language of publication:", "English", "", "Document type:", "News", "", "ProQuest document ID:", f"28{i}", ""]
    return "\n".join(out)


# Mail.

def mail(k, kind, i=1):
    a = ARTICLES[k]
    head = f"Return-Path: <desk@example.org>\nReceived: from mx.example.org by in.example.net; {a['rfc']}\nMessage-ID: <{i}.{k}@example.org>\nFrom: {a['paper']} <desk@example.org>\nTo: list@example.net\nDate: {a['rfc']}\nMIME-Version: 1.0\n"
    text = "\n\n".join(a["body"])
    if kind == "plain":
        return head + f"Subject: {a['title']}\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n"
    if kind == "qp":
        return head + f"Subject: {Header(a['title'], 'utf-8').encode()}\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n" + quopri.encodestring(text.encode("latin-1")).decode() + "\n\n-- \nThe desk\n"
    htm = "<html><body>" + "".join(f"<p>{esc(p)}</p>" for p in a["body"]) + "</body></html>"
    if kind == "html":
        return head + f"Subject: {a['title']}\nContent-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(htm.encode()).decode()
    b = "=_next_" + str(i)
    return head + (f"Subject: =?UTF-8?B?{base64.b64encode(a['title'].encode()).decode()}?=\nContent-Type: multipart/alternative; boundary=\"{b}\"\n\nThis is a multi-part message.\n--{b}\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n"
                   + " \n".join(textwrap.wrap(a["body"][0], 70)) + "\n\n" + "\n\n".join(" \n".join(textwrap.wrap(p, 70)) for p in a["body"][1:])
                   + f"\n--{b}\nContent-Type: text/html; charset=utf-8\n\n{htm}\n--{b}--\n")


# Feeds and news XML.

def rss2(keys):
    return ('<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Harbour Times</title><link>https://example.org/</link><description>News</description>'
            + "".join(f"<item><title>{esc(a['title'])}</title><link>https://example.org/{k}</link><guid>https://example.org/{k}</guid><dc:creator>{a['author']}</dc:creator><pubDate>{a['rfc']}</pubDate><description>{esc(a['body'][0][:60])}</description><content:encoded><![CDATA["
                      + "".join(f"<p>{esc(p)}</p>" for p in a["body"]) + "]]></content:encoded></item>" for k, a in ((k, ARTICLES[k]) for k in keys)) + "</channel></rss>")


def rss1(keys):
    return ('<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://example.org/"><title>The Harbour Times</title><link>https://example.org/</link><description>x</description></channel>'
            + "".join(f"<item rdf:about='https://example.org/{k}'><title>{esc(a['title'])}</title><link>https://example.org/{k}</link><description>{esc(esc(''.join('<p>'+p+'</p>' for p in a['body']))) if False else esc(''.join('<p>'+p+'</p>' for p in a['body']))}</description><dc:date>{a['date']}T09:30:00+00:00</dc:date></item>" for k, a in ((k, ARTICLES[k]) for k in keys)) + "</rdf:RDF>")


def atom(keys, xhtml):
    def content(a):
        ps = "".join(f"<p>{esc(p)}</p>" for p in a["body"])
        return f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{ps}</div></content>" if xhtml else f"<content type='html'>{esc(ps)}</content>"
    return ('<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Times</title><id>urn:x</id><updated>2023-05-05T00:00:00Z</updated>'
            + "".join(f"<entry><title>{esc(a['title'])}</title><id>urn:{k}</id><link href='https://example.org/{k}'/><published>{a['date']}T09:30:00Z</published><updated>2023-06-01T00:00:00Z</updated><author><name>{a['author']}</name></author>{content(a)}</entry>" for k, a in ((k, ARTICLES[k]) for k in keys)) + "</feed>")


def nitf(k, full):
    a = ARTICLES[k]
    ps = "".join(f"<p>{esc(p)}</p>" for p in a["body"])
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n' + ('<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd">\n' if full else "") +
            f'<nitf{"" if full else " xmlns=" + chr(34) + "http://iptc.org/std/NITF/2006-10-18/" + chr(34)}><head><title>{esc(a["title"])}</title><docdata><doc-id id-string="{k}-1"/><date.issue norm="{a["date"].replace("-","")}T093000Z"/><doc.copyright year="2023" holder="{a["paper"]}"/></docdata><pubdata type="print" date.publication="{a["date"].replace("-","")}" name="{a["paper"]}"/></head>'
            f'<body><body.head><hedline><hl1>{esc(a["title"])}</hl1></hedline><byline>By {a["author"]}</byline><dateline><location>BAMAKO</location></dateline></body.head><body.content>{ps}</body.content></body></nitf>')


def newsml_g2(keys):
    return ('<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2023-05-05T12:00:00Z</sent></header><itemSet>' + "".join(
        f'<newsItem guid="urn:newsml:{k}" version="1" standard="NewsML-G2" standardversion="2.18"><itemMeta><itemClass qcode="ninat:text"/><provider literal="x"><name>{a["paper"]}</name></provider><versionCreated>{a["date"]}T09:30:00Z</versionCreated><firstCreated>{a["date"]}T09:30:00Z</firstCreated></itemMeta>'
        f'<contentMeta><headline>{esc(a["title"])}</headline><by>{a["author"]}</by></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>{esc(a["title"])}</title></head><body>' + "".join(f"<p>{esc(p)}</p>" for p in a["body"]) + '</body></html></inlineXML></contentSet></newsItem>'
        for k, a in ((k, ARTICLES[k]) for k in keys)) + "</itemSet></newsMessage>")


def newsml_1(k):
    a = ARTICLES[k]
    d = a["date"].replace("-", "")
    return (f'<?xml version="1.0" encoding="UTF-8"?><NewsML Version="1.2"><NewsEnvelope><DateAndTime>{d}T093000Z</DateAndTime></NewsEnvelope><NewsItem><Identification><NewsIdentifier><ProviderId>example.org</ProviderId><DateId>{d}</DateId><NewsItemId>{k}</NewsItemId></NewsIdentifier></Identification>'
            f'<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>{d}T093000Z</FirstCreated><ThisRevisionCreated>{d}T093000Z</ThisRevisionCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>{esc(a["title"])}</HeadLine><ByLine>{a["author"]}</ByLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="{a["paper"]}"/></Provider></AdministrativeMetadata>'
            f'<ContentItem><Format FormalName="NITF"/><DataContent><nitf><body><body.content>' + "".join(f"<p>{esc(p)}</p>" for p in a["body"]) + '</body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>')


# Office files by hand, as other programs write them.

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(parts, first=None):
    import io
    b = io.BytesIO()
    with zipfile.ZipFile(b, "w", zipfile.ZIP_DEFLATED) as z:
        if first:
            z.writestr(zipfile.ZipInfo(first[0]), first[1])
        for n, d in parts.items():
            z.writestr(n, d)
    return b.getvalue()


def docx_word(k):
    """As Word writes it: words split over runs, proofing marks, tracked changes, a footnote, a header and a core date."""
    a = ARTICLES[k]
    def para(p, style=""):
        words = p.split(" ")
        runs = "".join(f'<w:r><w:t xml:space="preserve">{esc(" ".join(words[i:i+3]))}{" " if i + 3 < len(words) else ""}</w:t></w:r><w:proofErr w:type="spellStart"/>' for i in range(0, len(words), 3))
        return f'<w:p>{"<w:pPr><w:pStyle w:val=" + chr(34) + style + chr(34) + "/></w:pPr>" if style else ""}{runs}</w:p>'
    body = para(a["title"], "Title") + para(a["body"][0]) + '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>' + esc(a["body"][1]) + '</w:t></w:r></w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>Rebels captured Paris on Monday.</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:p>' + para(a["body"][2])
    return zipped({"[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
                   "word/document.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>',
                   "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>See the yearbook of 2021, page 12.</w:t></w:r></w:p></w:footnote></w:footnotes>',
                   "word/header1.xml": f'<w:hdr {W}><w:p><w:r><w:t>CONFIDENTIAL</w:t></w:r></w:p></w:hdr>',
                   "docProps/core.xml": f'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{esc(a["title"])}</dc:title><dc:creator>{a["author"]}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">{a["date"]}T09:30:00Z</dcterms:created></cp:coreProperties>'})


def docx_table():
    def row(cells):
        return "<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{esc(c)}</w:t></w:r></w:p></w:tc>" for c in cells) + "</w:tr>"
    t = "<w:p><w:r><w:t>Weekly log of incidents</w:t></w:r></w:p><w:tbl>" + "".join(row(r) for r in TABLE) + "</w:tbl>"
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": f"<w:document {W}><w:body>{t}</w:body></w:document>"})


TABLE = [["Date", "Location", "Description", "Killed", "Wounded", "Actor"],
         ["10 March 2023", "Ségou", "Gunmen attacked a village", "4", "2", "Unidentified gunmen"],
         ["11 March 2023", "Mopti", "A roadside bomb hit an army convoy", "3", "0", "JNIM"],
         ["12 March 2023", "Gao", "Soldiers clashed with bandits", "1", "5", "Malian army"]]
TABLE_RECORDS = [{"date": "2023-03-10", "location": "Ségou", "killed": "4", "wounded": "2"}, {"date": "2023-03-11", "location": "Mopti", "killed": "3"}, {"date": "2023-03-12", "location": "Gao", "killed": "1", "wounded": "5"}]


def html_table(style):
    if style == 1:
        rows = "".join("<tr>" + "".join(f"<{'th' if i == 0 else 'td'}>{esc(c)}</{'th' if i == 0 else 'td'}>" for c in r) + "</tr>" for i, r in enumerate(TABLE))
        return f"<html><head><title>Weekly log of incidents</title><meta name='date' content='2023-03-14'></head><body><h1>Weekly log of incidents</h1><table>{rows}</table></body></html>"
    head = ["When", "Where", "Fatalities", "Injured", "What happened"]
    rows = "<thead><tr>" + "".join(f"<td><b>{c}</b></td>" for c in head) + "</tr></thead><tbody>" + "".join(
        f"<tr><td>{d}</td><td>{l}</td><td>{k}</td><td>{w}</td><td>{esc(t)}</td></tr>" for d, l, t, k, w, _ in (("10/03/2023" if False else r[0].replace(" March 2023", "-Mar-2023"), *r[1:]) for r in TABLE[1:])) + "</tbody>"
    return f"<html><head><title>Log</title></head><body><p>Incidents of the week:</p><table border=1>{rows}</table></body></html>"


def xlsx_by_hand(rows, sheet="Sheet1"):
    """As libraries write it: inline strings, no shared table."""
    def cell(c, r, i):
        ref = f"{chr(65+i)}{r}"
        return f'<c r="{ref}"><v>{c}</v></c>' if isinstance(c, int) else f'<c r="{ref}" t="inlineStr"><is><t>{esc(c)}</t></is></c>'
    data = "".join(f'<row r="{r}">' + "".join(cell(c, r, i) for i, c in enumerate(row)) + "</row>" for r, row in enumerate(rows, 1))
    return zipped({"[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
                   "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
                   "xl/workbook.xml": f'<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>',
                   "xl/_rels/workbook.xml.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
                   "xl/worksheets/sheet1.xml": f'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{data}</sheetData></worksheet>'})


def odt_by_hand(k):
    a = ARTICLES[k]
    ps = "".join(f'<text:p text:style-name="P1">{esc(p)[:40]}<text:span>{esc(p)[40:]}</text:span></text:p>' for p in a["body"])
    return zipped({"content.xml": f'<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:h text:outline-level="1">{esc(a["title"])}</text:h>{ps}</office:text></office:body></office:document-content>',
                   "meta.xml": f'<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta><dc:title>{esc(a["title"])}</dc:title><meta:creation-date>{a["date"]}T09:30:00</meta:creation-date></office:meta></office:document-meta>'},
                  first=("mimetype", "application/vnd.oasis.opendocument.text"))


def rtf_word(k):
    a = ARTICLES[k]
    def r(s):
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in s).replace(" said", " {\\b said}")
    y, m, d = a["date"].split("-")
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman Times New Roman;}{\\f1\\fswiss Arial;}}{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}}{\\info{\\title " + a["title"] + "}{\\author " + a["author"] + "}{\\creatim\\yr" + y + "\\mo" + str(int(m)) + "\\dy" + str(int(d)) + "\\hr9\\min30}}"
            "{\\header\\pard CONFIDENTIAL\\par}{\\footer\\pard Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par}\\pard\\s0 {\\b\\fs32 " + a["title"] + "}\\par\n" + "".join("\\pard\\fs24 " + r(p) + "\\par\n" for p in a["body"]) + "}")


def epub(keys, version):
    items = "".join(f'<item id="c{i}" href="text/c{i}.xhtml" media-type="application/xhtml+xml"/>' for i in range(len(keys)))
    nav = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>' if version == 3 else '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    spine = "".join(f'<itemref idref="c{i}"/>' for i in reversed(range(len(keys))))
    parts = {"META-INF/container.xml": '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
             "OEBPS/content.opf": f'<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="{version}.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Weekly digest</dc:title><dc:publisher>The Harbour Times</dc:publisher><dc:date>2023-05-06</dc:date><dc:language>en</dc:language></metadata><manifest>{nav}{items}</manifest><spine>{spine}</spine></package>',
             "OEBPS/nav.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Contents</title></head><body><nav><ol><li>One</li></ol></nav></body></html>'}
    for i, k in enumerate(keys):
        a = ARTICLES[k]
        parts[f"OEBPS/text/c{i}.xhtml"] = f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>{esc(a["title"]) if version == 2 else "Weekly digest"}</title></head><body><h1>{esc(a["title"])}</h1>' + "".join(f"<p>{esc(p)}</p>" for p in a["body"]) + "</body></html>"
    return zipped(parts, first=("mimetype", "application/epub+zip"))


# Chats.

def telegram(keys, whole):
    def text(a):
        words = "\n\n".join([a["title"]] + a["body"])
        head, tail = words[:len(a["title"])], words[len(a["title"]):]
        return [{"type": "bold", "text": head}, tail]
    messages = [{"id": 1, "type": "service", "date": "2023-01-01T00:00:00", "actor": "x", "action": "create_channel", "title": "Desk", "text": ""}] + [
        {"id": i + 2, "type": "message", "date": ARTICLES[k]["date"] + "T09:30:00", "date_unixtime": "1678786200", "from": ARTICLES[k]["paper"], "from_id": "channel1", "text": text(ARTICLES[k]), "text_entities": []} for i, k in enumerate(keys)] + [
        {"id": 9, "type": "message", "date": "2023-05-06T10:00:00", "from": "x", "photo": "photos/1.jpg", "text": ""}]
    chat = {"name": "Desk", "type": "public_channel", "id": 1, "messages": messages}
    return json.dumps({"about": "Here is the data you requested.", "chats": {"about": "", "list": [chat]}} if whole else chat, ensure_ascii=False, indent=1)


def x_archive(keys):
    return "window.YTD.tweets.part0 = " + json.dumps([{"tweet": {"id_str": str(160 + i), "created_at": "Tue Mar 14 09:30:00 +0000 2023" if k == "mali" else ("Sun Apr 02 16:05:00 +0000 2023" if k == "yemen" else "Fri May 05 11:00:00 +0000 2023"), "full_text": " ".join(ARTICLES[k]["body"]), "lang": "en", "entities": {}}} for i, k in enumerate(keys)], indent=1)


def x_api(keys):
    return json.dumps({"data": [{"id": str(160 + i), "created_at": ARTICLES[k]["date"] + "T09:30:00.000Z", "text": " ".join(ARTICLES[k]["body"]), "author_id": "7", "lang": "en"} for i, k in enumerate(keys)], "includes": {"users": [{"id": "7", "name": "Desk", "username": "desk"}]}, "meta": {"result_count": len(keys)}})


# Web crawls.

def warc(keys, wet):
    out = ["WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Date: 2023-05-06T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/warc-fields\r\nContent-Length: 14\r\n\r\nsoftware: x\r\n\r\n\r\n\r\n"]
    for k in keys:
        a = ARTICLES[k]
        if wet:
            block = (a["title"] + "\n" + "\n".join(a["body"]) + "\n").encode()
            kind, ct = "conversion", "text/plain"
        else:
            pagetext = f"<html><head><title>{esc(a['title'])}</title><meta property='article:published_time' content='{a['date']}T09:30:00Z'><meta property='og:site_name' content='{a['paper']}'></head><body><article><h1>{esc(a['title'])}</h1>" + "".join(f"<p>{esc(p)}</p>" for p in a["body"]) + "</article></body></html>"
            block = ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + pagetext).encode()
            kind, ct = "response", "application/http; msgtype=response"
        out.append(f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/{k}\r\nWARC-Date: {a['date']}T12:00:00Z\r\nWARC-Record-ID: <urn:uuid:{k}>\r\nContent-Type: {ct}\r\nContent-Length: {len(block)}\r\n\r\n" + block.decode() + "\r\n\r\n")
    return "".join(out)


# Forms that are not articles.

SITREP1 = """Mali: Flash Update No. 4
Humanitarian situation | As of 14 March 2023

HIGHLIGHTS
• On 12 March, gunmen killed seven civilians in Bankass.
• On 13 March, a vehicle hit a mine near Douentza; two people were killed and five were injured.
• 1,200 people fled Bankass.

KEY FIGURES
9 killed
5 injured

SITUATION OVERVIEW
Clashes between soldiers and militants continued near Mopti on 13 March.
"""
SITREP2 = """SITUATION REPORT #7 – YEMEN
Reporting period: 27 March – 2 April 2023

1. Key messages
- Shelling by Houthi forces killed three civilians in Hodeidah on 30 March.
- An air strike hit a farm in Saada on 1 April, injuring six people.

2. Security
- On 31 March, armed men abducted two aid workers in Abyan.

For further information, please contact: Public Information Officer, +967 1 000 000, info@example.org
"""
LIVE1 = """LIVE: War in Ukraine, latest updates

16:40 GMT, 14 March 2023
Missile strike in Kharkiv kills two
Two people were killed in a missile strike on Kharkiv, the governor says.

15:10
Drone shot down over Odesa
Ukrainian forces shot down a Russian drone over Odesa, the air force says.

13 March 2023, 22:05
Shelling in Kherson
Russian troops shelled Kherson on Monday evening, wounding three people, the mayor said.
"""
LIVE2 = """<html><head><title>Sudan live: fighting in Khartoum</title></head><body><h1>Sudan live: fighting in Khartoum</h1>
<article><time datetime="2023-04-17T14:05:00Z">2.05pm</time><h2>Hospital hit</h2><p>A shell hit a hospital in Khartoum, killing three people, doctors say.</p></article>
<article><time datetime="2023-04-17T11:30:00Z">11.30am</time><h2>Clashes in Nyala</h2><p>The army and the Rapid Support Forces clashed in Nyala, residents say.</p></article>
<article><time datetime="2023-04-16T20:15:00Z">8.15pm</time><h2>Airport attacked</h2><p>RSF fighters attacked the airport in Merowe, the army says.</p></article></body></html>
"""
BRIEFS1 = """14 March 2023
09:15 Two soldiers killed by landmine near Gao
10:40 Gunmen abduct priest in Kaduna
12:05 Protesters block road in Lagos
13 March 2023
18:20 Air strike hits Taiz, five killed
"""
BRIEFS2 = """POLICE LOG, week of 13 March 2023
13 March – Quetta: Gunmen on a motorcycle shot dead a policeman.
14 March – Karachi: Police arrested four militants.
15 March – Peshawar: A grenade attack wounded three people.
"""
ENDNOTES = """Violence in the Lake Chad Basin

Published: 14 March 2023

Boko Haram fighters killed eight fishermen near Baga on Sunday.[1] Soldiers repelled an attack on Monguno on Monday.2

Notes
1. "Boko Haram killed 40 in Maiduguri", Harbour Times, 3 February 2019.
2. Interview with an officer, 14 March 2023. Gunmen killed six in Dikwa in 2015.
"""
FOOTNOTES = """Violence in the Lake Chad Basin

Published: 14 March 2023

Boko Haram fighters killed eight fishermen near Baga on Sunday.¹

Soldiers repelled an attack on Monguno on Monday.²

¹ See "Boko Haram killed 40 in Maiduguri", Harbour Times, 3 February 2019.
² Ibid., p. 14.
"""
TRANSCRIPT1 = """TRANSCRIPT: Press briefing, 14 March 2023

MR. OKAFOR: Good morning. On Monday, gunmen killed five soldiers near Maiduguri.

QUESTION: Who was behind it?

MR. OKAFOR: Boko Haram attacked the base. Two of our officers were wounded.
"""
TRANSCRIPT2 = """House of Representatives debates, 14 March 2023

Mr Haddad (Northern District): On Sunday, rebels shelled the village of Kobani and killed three farmers.

The Minister of Defence (Mrs Sabbagh): Our forces arrested two suspects in Kobani on Monday.
"""
PRESS1 = """FOR IMMEDIATE RELEASE
14 March 2023
Contact: Press Office, +1 202 555 0100, press@example.org

Rights group condemns killing of four villagers

BAMAKO – Gunmen killed four villagers in Bankass on Monday, the Harbour Rights Group said today.

About the Harbour Rights Group
The Harbour Rights Group defends civilians.

###
"""
PRESS2 = """PRESS RELEASE
EMBARGOED UNTIL 06:00 GMT, 14 March 2023

Ministry of Defence: soldiers kill six militants

N'DJAMENA, 14 March 2023 – Chadian soldiers killed six militants near Bol on Monday, the Ministry of Defence announced.

-ENDS-

Notes to editors: The ministry was founded in 1960.
"""


def tweets(thread):
    if thread:
        rows = [{"id": "1", "published": "2023-03-14", "text": "1/2 THREAD: Gunmen killed two guards in #Kaduna on Monday 🇳🇬"}, {"id": "2", "published": "2023-03-14", "text": "2/2 Police arrested three suspects in #Zaria today. https://t.co/x @desk"}]
    else:
        rows = [{"id": "1", "published": "2023-03-14", "text": "#BREAKING: Regime forces shelled #Idlib, 3 civilians killed 🇸🇾 https://t.co/abc"}, {"id": "2", "published": "2023-03-14", "text": "RT @desk: Airstrike hit the town of #Atarib - 2 children killed, 5 wounded. #Syria"}]
    return "\n".join(json.dumps(r, ensure_ascii=False) for r in rows) + "\n"


def rec(date, location, killed="", wounded=""):
    r = {"date": date, "location": location}
    if killed:
        r["killed"] = killed
    if wounded:
        r["wounded"] = wounded
    return {k: v for k, v in r.items() if v}


# LibreOffice. The dates in documents' metadata are those of saving, so no date of
# publication is wanted of them.

def fodt(k, columns=1, hyphens=False, pages=1, foot=False):
    a = ARTICLES[k]
    body = "".join(f'<text:p text:style-name="B">{esc(p)}{"<text:note text:note-class=" + chr(34) + "footnote" + chr(34) + "><text:note-citation>1</text:note-citation><text:note-body><text:p text:style-name=" + chr(34) + "N" + chr(34) + ">See the yearbook of 2021, page 12.</text:p></text:note-body></text:note>" if foot and i == 0 else ""}</text:p>' for i, p in enumerate(a["body"]))
    filler = "".join(f'<text:p text:style-name="B">{p}</text:p>' for p in FILLER * (pages - 1) * 6)
    cols = f'<style:columns fo:column-count="{columns}" fo:column-gap="0.6cm">' + "".join('<style:column style:rel-width="1*"/>' for _ in range(columns)) + "</style:columns>" if columns > 1 else ""
    hyph = ' fo:hyphenate="true" fo:language="en" fo:country="US"' if hyphens else ' fo:language="en" fo:country="US"'
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
            f'<office:meta><dc:title>{esc(a["title"])}</dc:title><meta:creation-date>{a["date"]}T09:30:00</meta:creation-date></office:meta><office:styles><style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.5cm"/><style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style><style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:margin-bottom="0.3cm" fo:hyphenation-ladder-count="no-limit"/><style:text-properties fo:font-size="11pt"{hyph}/></style:style><style:style style:name="N" style:family="paragraph"><style:text-properties fo:font-size="8pt"/></style:style></office:styles>'
            f'<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="15cm" fo:page-height="21cm" fo:margin="2cm">{cols}</style:page-layout-properties><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"><style:header><text:p text:style-name="N">{a["paper"]} Weekly Review</text:p></style:header><style:footer><text:p text:style-name="N">Page <text:page-number/></text:p></style:footer></style:master-page></office:master-styles>'
            f'<office:body><office:text><text:p text:style-name="H">{esc(a["title"])}</text:p>{filler}{body}</office:text></office:body></office:document>')


FILLER = ["The valley has been quiet for much of the year, and its orchards gave a good harvest of apricots and almonds to those who stayed.",
          "Traders say that prices in the towns are high, and that the schools opened late because of the rains and the state of the bridges."]


def soffice(src, fmt, name, filt=None):
    with tempfile.TemporaryDirectory() as d:
        subprocess.run(["soffice", "-env:UserInstallation=file:///tmp/desk-profile", "--headless", "--convert-to", filt or fmt, "--outdir", d, src], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        made = os.path.join(d, os.path.splitext(os.path.basename(src))[0] + "." + fmt)
        os.makedirs(OUT, exist_ok=True)
        shutil.copyfile(made, os.path.join(OUT, name))


def office():
    t = tempfile.mkdtemp()

    def src(name, data):
        p = os.path.join(t, name)
        with open(p, "w", encoding="utf-8") as f:
            f.write(data)
        return p
    plain = src("plain.fodt", fodt("mali"))
    notes = src("notes.fodt", fodt("syria", foot=True))
    for fmt in ("docx", "odt", "rtf"):
        soffice(plain, fmt, f"writer.{fmt}")
        want(f"writer.{fmt}", ["mali"], publisher=False, date=False)
        soffice(notes, fmt, f"writer-notes.{fmt}")
        want(f"writer-notes.{fmt}", ["syria"], publisher=False, date=False)
    for name, s in (("pdf-one-column.pdf", plain), ("pdf-notes.pdf", notes), ("pdf-two-columns.pdf", src("two.fodt", fodt("yemen", columns=2, pages=2))),
                    ("pdf-hyphens.pdf", src("hyph.fodt", fodt("syria", columns=2, hyphens=True, pages=2))), ("pdf-pages.pdf", src("pages.fodt", fodt("mali", pages=4)))):
        soffice(s, "pdf", name)
        k = {"pdf-one-column.pdf": "mali", "pdf-notes.pdf": "syria", "pdf-two-columns.pdf": "yemen", "pdf-hyphens.pdf": "syria", "pdf-pages.pdf": "mali"}[name]
        want(name, [k], publisher=False, date=False)
    nexis = src("nexis.html", page(nexis_uni_blocks(ALL)))
    soffice(nexis, "docx", "nexis-uni.docx", "docx:MS Word 2007 XML")
    want("nexis-uni.docx", ALL)
    soffice(nexis, "rtf", "nexis-uni.rtf", "rtf:Rich Text Format")
    want("nexis-uni.rtf", ALL)
    lex = src("lex.html", lexis_html(ALL))
    soffice(lex, "rtf", "lexis-academic.rtf", "rtf:Rich Text Format")
    want("lexis-academic.rtf", ALL)
    fac = src("fac.html", factiva_html(ALL))
    soffice(fac, "rtf", "factiva.rtf", "rtf:Rich Text Format")
    want("factiva.rtf", ALL)
    facr = src("facr.html", factiva_table(ALL))
    soffice(facr, "rtf", "factiva-fields.rtf", "rtf:Rich Text Format")
    want("factiva-fields.rtf", ALL)
    import csv, io
    b = io.StringIO()
    w = csv.writer(b)
    w.writerow(["id", "title", "published", "publisher", "text"])
    for k in ALL:
        a = ARTICLES[k]
        w.writerow([k, a["title"], a["date"], a["paper"], "\n\n".join(a["body"])])
    soffice(src("articles.csv", b.getvalue()), "xlsx", "calc-articles.xlsx")
    want("calc-articles.xlsx", ALL)
    b = io.StringIO()
    csv.writer(b).writerows(TABLE)
    soffice(src("incidents.csv", b.getvalue()), "xlsx", "calc-incidents.xlsx")
    want("calc-incidents.xlsx", records=TABLE_RECORDS)


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    put("lexis-academic.txt", lexis_academic(ALL), ALL)
    put("lexis-old.txt", lexis_old(ALL), ALL)
    put("nexis-uni.txt", "\n\n".join(s for _, s in nexis_uni_blocks(ALL)), ALL)
    put("lexis-academic.html", lexis_html(ALL), ALL)
    put("nexis-uni.html", page(nexis_uni_blocks(ALL)), ALL)
    put("factiva.txt", factiva_plain(ALL), ALL)
    put("factiva-fields.txt", factiva_fields(ALL), ALL)
    put("factiva.html", factiva_html(ALL), ALL)
    put("factiva-fields.html", factiva_table(ALL), ALL)
    put("proquest.txt", proquest(ALL), ALL)
    put("proquest-new.txt", proquest_new(ALL), ALL)
    put("plain.mbox", "\n".join("From desk@example.org Tue Mar 14 09:30:00 2023\n" + mail(k, "plain", i) for i, k in enumerate(ALL)), ALL)
    put("mime.mbox", "\n".join("From MAILER-DAEMON Tue Mar 14 09:30:00 2023\n" + mail(k, ["qp", "alt", "html"][i], i) for i, k in enumerate(ALL)), ALL)
    put("plain.eml", mail("mali", "plain").replace("\n", "\r\n"), ["mali"])
    put("alternative.eml", mail("yemen", "alt"), ["yemen"])
    put("rss2.xml", rss2(ALL), ALL, publisher=False)
    put("rss1.rdf", rss1(ALL), ALL, publisher=False)
    put("atom-html.xml", atom(ALL, False), ALL, publisher=False)
    put("atom-xhtml.atom", atom(ALL, True), ALL, publisher=False)
    put("nitf-dtd.xml", nitf("mali", True), ["mali"])
    put("nitf-ns.xml", nitf("yemen", False), ["yemen"])
    put("newsml-g2.xml", newsml_g2(ALL), ALL)
    put("newsml-1.xml", newsml_1("syria"), ["syria"])
    put("word.docx", docx_word("mali"), ["mali"], publisher=False, date=False)
    put("table.docx", docx_table(), records=TABLE_RECORDS)
    put("table-th.html", html_table(1), records=TABLE_RECORDS)
    put("table-thead.html", html_table(2), records=TABLE_RECORDS)
    put("inline.xlsx", xlsx_by_hand([["Headline", "Date", "Source", "Body"]] + [[a["title"], a["date"], a["paper"], "\n\n".join(a["body"])] for a in ARTICLES.values()]), ALL)
    put("inline-incidents.xlsx", xlsx_by_hand([[c if not c.isdigit() else int(c) for c in r] for r in TABLE]), records=TABLE_RECORDS)
    put("other.odt", odt_by_hand("yemen"), ["yemen"], publisher=False, date=False)
    put("word.rtf", rtf_word("syria"), ["syria"], publisher=False, date=False)
    put("digest2.epub", epub(ALL, 2), list(reversed(ALL)), publisher=False, date=False)
    put("digest3.epub", epub(ALL, 3), list(reversed(ALL)), publisher=False, date=False)
    put("telegram-channel.json", telegram(ALL, False), ALL, publisher=False, title=False)
    put("telegram-account.json", telegram(ALL, True), ALL, publisher=False, title=False)
    put("tweets.js", x_archive(ALL), ALL, publisher=False, title=False, flat=True)
    put("x-api.json", x_api(ALL), ALL, publisher=False, title=False, flat=True)
    put("crawl.warc", warc(ALL, False), ALL)
    put("crawl.wet", warc(ALL, True), ALL, publisher=False, date=False, title=False)
    put("ocha.txt", SITREP1, count=1, records=[rec("2023-03-12", "Bankass", "seven"), rec("2023-03-13", "Douentza", "two", "five"), rec("2023-03-13", "Mopti")])
    put("situation.txt", SITREP2, count=1, records=[rec("2023-03-30", "Hodeidah", "three"), rec("2023-04-01", "Saada", "", "six"), rec("2023-03-31", "Abyan")])
    put("live.txt", LIVE1, count=3, records=[rec("2023-03-14", "Kharkiv", "Two"), rec("2023-03-14", "Odesa"), rec("2023-03-13", "Kherson", "", "three")])
    put("live.html", LIVE2, count=3, records=[rec("2023-04-17", "Khartoum", "three"), rec("2023-04-17", "Nyala"), rec("2023-04-16", "Merowe")])
    put("briefs.txt", BRIEFS1, records=[rec("2023-03-14", "Gao", "Two"), rec("2023-03-14", "Kaduna"), rec("2023-03-14", "Lagos"), rec("2023-03-13", "Taiz", "five")])
    put("police-log.txt", BRIEFS2, records=[rec("2023-03-13", "Quetta", "a policeman"), rec("2023-03-14", "Karachi"), rec("2023-03-15", "Peshawar", "", "three")])
    put("endnotes.txt", ENDNOTES, count=1, records=[rec("2023-03-12", "Baga", "eight"), rec("2023-03-13", "Monguno"), {"absent": "Maiduguri"}, {"absent": "Dikwa"}])
    put("footnotes.txt", FOOTNOTES, count=1, records=[rec("2023-03-12", "Baga", "eight"), rec("2023-03-13", "Monguno"), {"absent": "Maiduguri"}])
    put("briefing.txt", TRANSCRIPT1, count=1, records=[{**rec("2023-03-13", "Maiduguri", "five"), "source": "OKAFOR"}])
    put("parliament.txt", TRANSCRIPT2, count=1, records=[{**rec("2023-03-12", "Kobani", "three"), "source": "Haddad"}, {**rec("2023-03-13", "Kobani"), "source": "Minister"}])
    put("release.txt", PRESS1, count=1, records=[{**rec("2023-03-13", "Bankass", "four"), "source": "Rights Group"}])
    put("embargo.txt", PRESS2, count=1, records=[{**rec("2023-03-13", "Bol", "six"), "source": "Ministry"}])
    put("thread.jsonl", tweets(True), records=[rec("2023-03-13", "Kaduna", "two"), rec("2023-03-14", "Zaria")])
    put("tweets.jsonl", tweets(False), records=[rec("", "Idlib", "3"), rec("", "Atarib", "2", "5")])
    if shutil.which("soffice"):
        office()
    with open(os.path.join(HERE, "expect.jsonl"), "w", encoding="utf-8") as f:
        for e in sorted(EXPECT, key=lambda e: e["file"]):
            f.write(json.dumps(e, ensure_ascii=False) + "\n")
    with open(os.path.join(HERE, "plain.jsonl"), "w", encoding="utf-8") as f:
        for k in ALL:
            a = ARTICLES[k]
            f.write(json.dumps({"id": k, "title": a["title"], "published": a["date"], "publisher": a["paper"], "text": "\n\n".join(a["body"])}, ensure_ascii=False) + "\n")
        for k in ALL:
            a = ARTICLES[k]
            f.write(json.dumps({"id": k + "-flat", "published": a["date"], "text": " ".join(a["body"])}, ensure_ascii=False) + "\n")
    print(len(EXPECT), "files")


main()
