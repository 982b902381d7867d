// A client as they were written for the predecessor: it uploads a file, asks every two seconds what became of it, and
// hears of the end over a WebSocket as well. Prints what it got as JSON.
//
//   node --experimental-websocket polling-client.mjs http://127.0.0.1:8000 paragon.png
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

const [base, file] = process.argv.slice(2);

const socket = new WebSocket(`${base.replace(/^http/, 'ws')}/ws`);
const heard = [];
let wake = () => {};
socket.onmessage = (message) => {
  heard.push(JSON.parse(message.data));
  wake();
};
await new Promise((resolve, reject) => {
  socket.onopen = resolve;
  socket.onerror = () => reject(new Error('no WebSocket'));
});

const form = new FormData();
form.append('file', new Blob([await readFile(file)], { type: 'image/png' }), basename(file));
const upload = await fetch(`${base}/api/v3/receipts/process`, { method: 'POST', body: form });
const { data: { job_id } } = await upload.json();

const statuses = [];
const result = await new Promise((resolve, reject) => {
  const ask = async () => {
    const { data } = await (await fetch(`${base}/api/v3/receipts/status/${job_id}`)).json();
    statuses.push(data.status);
    switch (data.status) {
      case 'SUCCESS':
        return resolve(data.result);
      case 'FAILURE':
        return reject(new Error(data.error));
      default:
        return setTimeout(ask, 2000);
    }
  };
  ask().catch(reject);
});

const ended = () => heard.find((message) => message.event_type === 'receipt_processed' && message.data.task_id === job_id);
while (!ended()) {
  await new Promise((resolve) => { wake = resolve; });
}
socket.close();
console.log(JSON.stringify({ upload: upload.status, job_id, statuses, result, receipt: ended().data.receipt }));
