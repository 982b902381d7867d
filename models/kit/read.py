"""usage: read.py MODEL.onnx CROPS OUT   reads lines that were cut out of pictures (CROPS/NAME/list.txt names the files of one picture, each with a margin of 12 and 8 pixels) with any recogniser: OUT/NAME.json; a model without an alphabet in its metadata takes ppocr_keys_v1.txt beside it, held to Latin letters"""
import glob, json, os, sys
import cv2, numpy as np, onnxruntime

model, crops, out = sys.argv[1:4]
options = onnxruntime.SessionOptions(); options.intra_op_num_threads = int(os.environ.get('THREADS', 2))
session = onnxruntime.InferenceSession(model, options, providers=['CPUExecutionProvider'])
own = session.get_modelmeta().custom_metadata_map.get('alphabet')
alphabet = [''] + list(own) if own else [''] + open(model.rsplit('/', 1)[0] + '/ppocr_keys_v1.txt', encoding='utf-8').read().split('\n')[:6623] + [' ']
barred = np.array([i > 0 and len(c) > 0 and ord(c[0]) >= 0x250 and c not in '€×„”–…' for i, c in enumerate(alphabet)])
name = session.get_inputs()[0].name
os.makedirs(out, exist_ok=True)
for folder in sorted(glob.glob(crops + '/*/')):
    files = [l for l in open(folder + 'list.txt').read().split('\n') if l]
    pictures = [cv2.imread(f)[8:-8, 12:-12] for f in files]                             # the margins are for Tesseract
    pictures = [cv2.resize(p, (max(4, -(-48 * p.shape[1] // p.shape[0])), 48)) for p in pictures]
    order, lines = sorted(range(len(pictures)), key=lambda i: pictures[i].shape[1]), [None] * len(pictures)
    for k in range(0, len(order), 6):
        batch = order[k:k + 6]
        x = np.zeros((len(batch), 3, 48, pictures[batch[-1]].shape[1]), np.float32)
        for r, i in enumerate(batch): x[r, :, :, :pictures[i].shape[1]] = (pictures[i].transpose(2, 0, 1) / 255. - .5) / .5
        p = session.run(None, {name: x})[0]
        p[:, :, barred] = 0
        for r, i in enumerate(batch):
            c, q = p[r].argmax(-1), p[r].max(-1); keep = (c > 0) & np.r_[True, c[1:] != c[:-1]]
            lines[i] = {'text': ''.join(alphabet[j] for j in c[keep]), 'conf': float(q[keep].mean()) if keep.any() else 0.0}
    json.dump({'lines': lines}, open(os.path.join(out, os.path.basename(folder.rstrip('/')) + '.json'), 'w'), ensure_ascii=False)
