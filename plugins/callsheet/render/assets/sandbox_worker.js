/*! Made by `make javascript`: sources 96116b0d9a89784c, code 2091808e54025230 */
var p=self.location.href,w="workspaces",S=1e6,A=Uint8Array.of(0,97,115,109,1,0,0,0),m=null,y=0;function i(t){self.postMessage(
t)}var b={};async function $(t,e,s="application/octet-stream"){b[t]=[0,e];let o=await fetch(new URL(t,p));if(!o.ok||!o.body)
throw new Error(`${t} cannot be loaded (${o.status})`);let c=new TransformStream({transform(a,d){b[t][0]+=a.length;let u=Object.
values(b).reduce(([f,r],[l,h])=>[f+l,r+h],[0,0]);i({type:"progress",loaded:u[0],all:u[1]}),d.enqueue(a)}}),n=o.body.pipeThrough(
c).pipeThrough(new DecompressionStream("gzip"));return new Response(n,{headers:{"Content-Type":s}})}async function L(t,e){
return new Uint8Array(await(await $(t,e)).arrayBuffer())}function O(t){let e=self.fetch.bind(self);self.fetch=async(s,o)=>{
let c=s instanceof Request?s.url:String(s),n=c.slice(new URL(t.runtime,p).href.length),a=c.endsWith(n)?t.packed[n]:void 0;
if(a===void 0)return e(s,o);let d=n.endsWith(".wasm")?"application/wasm":void 0;return $(`${t.runtime}${n}.gz`,a,d)}}function k(){
return new Promise(t=>{try{let e=indexedDB.open(`callsheet ${new URL(".",p).pathname}`,1);e.onupgradeneeded=()=>e.result.
createObjectStore(w),e.onsuccess=()=>t(e.result),e.onerror=()=>t(null),e.onblocked=()=>t(null)}catch{t(null)}})}function j(t,e,s){
return new Promise((o,c)=>{let n=t.transaction(w,e,{durability:"relaxed"}),a=s(n.objectStore(w));n.oncomplete=()=>o(a.result),
n.onabort=()=>c(n.error)})}async function v(){try{new WebAssembly.Module(A)}catch{throw new Error("This browser, or the \
Content-Security-Policy of this site, does not let WebAssembly run ('wasm-unsafe-eval').")}let t=await(await fetch(new URL(
"manifest.json",p))).json();i({type:"step",text:"Loading Python"}),O(t);let e=new URL(t.runtime,p).href,s=Promise.all(t.
files.map(async({name:r,size:l})=>({name:r,content:await L(r,l)}))),o=k(),{loadPyodide:c}=await import(`${e}pyodide.mjs`),
n=await c({indexURL:e});for(let r of["Stdout","Stderr"]){let l=new TextDecoder;n[`set${r}`]({write(h){let T=l.decode(h,{
stream:!0}),E=T.slice(0,Math.max(0,S-y));return y+=T.length,E&&i({type:"output",id:m,isError:r==="Stderr",text:E}),h.length}})}
n.setStdin({stdin:()=>null}),i({type:"step",text:"Starting the server"}),n.FS.mkdir("/model");for(let{name:r,content:l}of await s)
n.FS.writeFile(`/${r.replace(/\.gz$/,"")}`,l);n.runPython("import sys; sys.path.insert(0, '/python.zip')");let{Sandbox:a}=n.
pyimport("callsheet.sandbox.inside.main"),d=a("/model",n.toPy(t.packs),r=>{i({type:"exchange",id:m,exchange:P(r,!1)})}),
u=await o,f=u&&await j(u,"readonly",r=>r.get(w));return f&&d.restore(n.toPy(f)),{python:n,sandbox:d,base:u}}function P(t,e=!0){
if(typeof t!="object"||t===null||!("toJs"in t))return t;let s=t.toJs({dict_converter:Object.fromEntries});return e&&t.destroy(),
s}async function U(t,...e){let s="Suspending"in WebAssembly;return P(await(s?t.callPromising(...e):t(...e)))}async function g({
sandbox:t,base:e}){if(!e)return;let s=P(t.dump());try{await j(e,"readwrite",o=>o.put(s,w))}catch{i({type:"unsaved"})}}var M={
async run(t,{name:e,source:s,files:o,settings:c}){let{python:n,sandbox:a}=t;y=0;let[d,u]=await U(a.run,e,s,n.toPy(o),n.toPy(
c));return y>S&&i({type:"cut",id:m,characters:y-S}),await g(t),{code:d,files:u}},async fetch(t,{method:e,target:s,headers:o,
body:c}){let{python:n,sandbox:a}=t,d=n.toPy(c).tobytes(),[u,f,r,l]=await U(a.answer,e,s,n.toPy(o),d);return e!=="GET"&&e!==
"HEAD"&&await g(t),{status:u,reason:l,headers:f,body:r}},async startOver(t){return t.sandbox.start_over(),await g(t),{}}},
x=v();x.then(()=>i({type:"ready"}),t=>i({type:"broken",text:String(t?.message??t)}));var R=x.catch(()=>{});self.onmessage=
({data:t})=>{R=R.then(async()=>{m=t.id;let e=performance.now();try{let s=await M[t.type](await x,t);i({type:"done",id:t.
id,milliseconds:performance.now()-e,...s})}catch(s){i({type:"failed",id:t.id,text:String(s?.message??s)})}})};
