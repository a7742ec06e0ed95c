"""Lines of an iCalendar file (RFC 5545 §3.1, §3.3.11): escaped, folded at 75 octets, ended by CRLF."""

OCTETS = 75


def escaped(text: str) -> str:
    """Text as a value: backslash, semicolon, comma and line breaks escaped."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def content_line(line: str) -> bytes:
    """The line in UTF-8, folded between characters, never inside one; a continued line begins with a blank."""
    folded, octets = bytearray(), 0
    for sign in line:
        encoded = sign.encode()
        if octets + len(encoded) > OCTETS:
            folded += b"\r\n "
            octets = 1
        folded += encoded
        octets += len(encoded)
    return bytes(folded) + b"\r\n"
