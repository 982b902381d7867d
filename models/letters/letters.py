"""Makes letters.bin, the model of letters by which the analysis worker chooses among a reader's alternatives (see README.md).

usage: letters.py OUT [NAMES]     needs the word lists wpolish and wamerican-small (apt-get install); NAMES: how many names to invent, 600000 unless told
"""
import collections, math, os, random, re, struct, sys

HERE = os.path.dirname(os.path.abspath(__file__))
MARKS = 'ąćęłńóśźż'
ALPHABET = '^$ abcdefghijklmnopqrstuvwxyz' + MARKS + 'äöüß0123456789.,-/%&+\'*()?'      # begin, end, …, and ? for any other
SHAPES = '^$Aa0 .'                                                                        # begin, end, capital, small, digit, space, any other
PLAIN = str.maketrans(MARKS + MARKS.upper(), 'acelnoszz' + 'ACELNOSZZ')
R = random.Random(20250101)


def read(path):
    return [w.strip() for w in open(path, encoding='utf-8') if w.strip() and not w.startswith('#')]


GOODS, BRANDS, BESIDE = [[p.split() for p in part.splitlines() if p and not p.startswith('#')] for part in re.split('(?m)^# (?:Makers|What stands beside).*', open(os.path.join(HERE, 'goods.txt'), encoding='utf-8').read())]
WORDS = sorted({w for p in GOODS + BRANDS + BESIDE for w in p if len(w) > 2})
ALL = [w for w in read('/usr/share/dict/polish') if 2 < len(w) < 13 and w.islower() and w.isalpha()]
STEMS = {w[:max(4, len(w) - 2)] for w in WORDS if len(w) > 4}
FORMS = [w for w in ALL if len(w) < 12 and any(w.startswith(w[:n]) and w[:n] in STEMS and len(w) <= n + 4 for n in range(4, 10))]
ENGLISH = [w for w in read('/usr/share/dict/american-english-small') if 2 < len(w) < 11 and w.isalpha() and w.islower() and w.isascii()]

GRAMS = [500, 500, 500, 500, 200, 200, 200, 200, 100, 100, 100, 100, 250, 250, 250, 400, 400, 400, 150, 150, 300, 300, 330, 1000] * 3 + [5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 80, 85, 90, 100, 110, 120, 125, 130, 135, 140, 150, 160, 170, 180, 190, 200, 210, 220, 240, 250, 270, 275, 280, 290, 300, 320, 330, 340, 350, 370, 375, 380, 390, 400, 410, 420, 430, 440, 450, 460, 470, 480, 500, 520, 550, 560, 570, 580, 600, 650, 680, 700, 720, 750, 770, 780, 800, 840, 850, 860, 880, 900, 950]
LITRES = ['1'] * 12 + ['0,5', '1,5', '2'] * 5 + ['0,33',  '0,5', '1,5', '0,33', '0,2', '0,25', '0,4', '0,7', '0,75', '1,25', '1,75', '2,25', '5', '3', '0.5', '1.5', '0.33', '0.7']
PERCENT = ['1,5', '2', '3,2', '0,5', '12', '18', '30', '36', '82', '100', '0', '22', '9', '10', '20', '3.2', '4']


def size():
    g = R.choice(GRAMS)
    return R.choice(['%dg' % g, '%dg' % g, '%dg' % g, '%dml' % g, '%s' % g, '%sl' % R.choice(LITRES), '%sl' % R.choice(LITRES), '%skg' % R.choice(['1', '2', '0,5', '1,5', '5', '10', '2,5']), '%s%%' % R.choice(PERCENT),
                     '%dszt' % R.choice([1, 2, 3, 4, 6, 8, 10, 12, 15, 20, 24, 30, 50, 100]), '%dx%dg' % (R.choice([2, 3, 4, 6, 8, 10, 12]), R.choice(GRAMS)), '%d' % R.randint(1, 999999), 'luz', 'kg', 'szt', '%dg' % (g * 2 if g > 500 else g)])


def words():
    r = R.random()
    if r < .66: return R.choice(GOODS) + (R.choice(BESIDE) if R.random() < .25 else []) + (R.choice(BRANDS) if R.random() < .4 else [])
    if r < .70: return R.choice(BRANDS) + R.choice(GOODS)
    if r < .80: return [R.choice(FORMS) if R.random() < .7 else R.choice(WORDS) for _ in range(R.choice([1, 2, 2, 3]))]
    if r < .94: return [R.choice(ALL) for _ in range(R.choice([1, 2, 2, 3]))]
    return [R.choice(ENGLISH) for _ in range(R.choice([1, 2]))]


def cut(word):
    return word[:R.randint(2, 6)] if len(word) > 3 else word


def together(ws):
    """MakBasm500g: words cut short and written as one, as tills with twenty places for a name do"""
    ws = [cut(w) if R.random() < .7 else w for w in ws]
    return ''.join(w.upper() if len(w) < 4 and R.random() < .25 or R.random() < .03 else w[:1].upper() + w[1:] for w in ws) + (size() if R.random() < .75 else '')


def dotted(ws):
    return R.choice([' ', '.', '.', ' ']).join(cut(w) + R.choice(['.', '']) if len(w) > 4 and R.random() < .6 else w for w in ws)


def name():
    ws = words()
    r = R.random()
    if r < .22: s = together(ws)
    else:
        s = dotted(ws) if r < .55 else ' '.join(ws)
        case = R.random()
        s = s.upper() if case < .58 else s[:1].upper() + s[1:] if case < .78 else ' '.join(w[:1].upper() + w[1:] for w in s.split()) if case < .92 else s
        if R.random() < .55:
            z = size()
            s += R.choice([' ', ' ', '']) + (z.upper() if s.isupper() and R.random() < .8 else z)
        if R.random() < .05: s = s.replace(' ', '-', 1)
        if R.random() < .03: s = s.replace(' ', '/', 1)
    if R.random() < .10: s = s.translate(PLAIN)                  # tills that know no marks
    if R.random() < .6:
        s = s[:R.choice([14, 16, 18, 18, 19, 20, 20, 20, 24, 28])]
        if R.random() < .12: s = s.rstrip() + R.choice(['…', '…', '...'])
    return s.strip()


def letter(c):
    c = '.' if c == '…' else c.lower()
    return c if c in ALPHABET[2:] else '?'


def shape(c):
    return 'A' if c.isupper() else 'a' if c.islower() else '0' if c.isdigit() else ' ' if c == ' ' else '.'


class Table:
    """n-grams with interpolated absolute discounting; what is rare is left to the shorter ones"""

    def __init__(self, order, alphabet, discount=.75):
        self.order, self.alphabet, self.discount = order, alphabet, discount
        self.counts = [collections.Counter() for _ in range(order + 1)]

    def add(self, text):
        t = '^' * (self.order - 1) + text + '$'
        for i in range(self.order - 1, len(t)):
            for n in range(1, self.order + 1): self.counts[n][t[i - n + 1:i + 1]] += 1

    def finish(self, least):
        """least: for each order how often an n-gram must have been seen"""
        kept = [None] + [{g for g, c in self.counts[n].items() if c >= least[n]} for n in range(1, self.order + 1)]
        for n in range(self.order, 1, -1): kept[n - 1] |= {g[:-1] for g in kept[n]} | {g[1:] for g in kept[n]}
        context = [None] + [collections.Counter() for _ in range(self.order)]
        kinds = [None] + [collections.Counter() for _ in range(self.order)]
        for n in range(1, self.order + 1):
            for g, c in self.counts[n].items(): context[n][g[:-1]] += c; kinds[n][g[:-1]] += 1
        self.kept, memo = kept, {}

        def p(g):
            if g in memo: return memo[g]
            n = len(g)
            if n == 0: return 1 / len(self.alphabet)
            total = context[n][g[:-1]]
            v = p(g[1:]) if not total else (max(0, self.counts[n][g] - self.discount) + self.discount * kinds[n][g[:-1]] * p(g[1:])) / total
            memo[g] = v
            return v
        self.p = p
        self.back = [None] * self.order
        for n in range(1, self.order):
            seen = collections.defaultdict(list)
            for g in sorted(kept[n + 1]): seen[g[:-1]].append(g)
            # what the kept n-grams leave over, shared out in the proportions of the shorter ones
            self.back[n] = {h: max(1e-6, 1 - sum(p(g) for g in gs)) / max(1e-6, 1 - sum(p(g[1:]) for g in gs)) for h, gs in seen.items()}

    def write(self, out):
        """order, bits of a symbol; for each order the number of n-grams, their keys in steps (7 bits a byte), and for each the costs in sixteenths of a nat of it and of going on without what is before"""
        bits = 3 if len(self.alphabet) <= 8 else 6
        out.write(struct.pack('>BB', self.order, bits))
        for n in range(1, self.order + 1):
            key = lambda g: sum(self.alphabet.index(c) << bits * (len(g) - 1 - i) for i, c in enumerate(g))
            grams = sorted((key(g), g) for g in self.kept[n])
            out.write(struct.pack('>i', len(grams)))
            steps, last = bytearray(), 0
            for k, _ in grams:
                d = k - last; last = k
                while d > 127: steps.append(d & 127 | 128); d >>= 7
                steps.append(d)
            out.write(struct.pack('>i', len(steps)) + bytes(steps))
            out.write(bytes(min(255, max(0, round(-16 * math.log(self.p(g))))) for _, g in grams))
            if n < self.order: out.write(bytes(min(255, max(0, 128 + round(-16 * math.log(self.back[n].get(g, 1))))) for _, g in grams))


def main():
    letters, shapes = Table(5, ALPHABET), Table(8, SHAPES)
    for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 600000):
        n = name()
        if n: letters.add(''.join(map(letter, n))); shapes.add(''.join(map(shape, n)))
    letters.finish([0, 1, 2, 6, 12, 16])
    shapes.finish([0, 1, 1, 1, 2, 5, 20, 40, 60])
    with open(sys.argv[1], 'wb') as out:
        letters.write(out); shapes.write(out)
    print([len(k) for k in letters.kept[1:]], [len(k) for k in shapes.kept[1:]], os.path.getsize(sys.argv[1]), 'bytes', len(FORMS), 'forms')


main()
