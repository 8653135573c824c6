/*! Made by `make javascript`: sources 066c418990f41d6e, code ec39c472757c590c */
var x=self.location.href,h="workspaces",P=1e6,R=[31,139],M=Uint8Array.of(0,97,115,109,1,0,0,0),g=null,w=0;function l(t){
self.postMessage(t)}var m={};async function v(t){let e=await fetch(new URL(t,x)).catch(()=>null);if(e?.ok)return e;let n=e?
`status ${e.status}`:"the site does not answer";throw E(t,`cannot be loaded: ${n}`)}function E(t,e){let n=`The file sand\
box/${t} of this site ${e}.`;return l({type:"broken",text:n}),new Error(n)}async function j(t,e,n="application/octet-str\
eam"){m[t]=[0,e];let r=await v(t);if(!r.body)throw E(t,"is empty");let c=r.body.getReader(),s=a=>{m[t][0]+=a.length;let d=Object.
values(m).reduce(([p,b],[O,L])=>[p+O,b+L],[0,0]);l({type:"progress",loaded:Math.min(...d),all:d[1]})},i=()=>E(t,"is not \
complete: load the page again"),u=(await c.read().catch(()=>null))?.value;if(!u)throw i();let y=u[0]===R[0]&&u[1]===R[1],
o=new ReadableStream({start(a){a.enqueue(u),s(u)},async pull(a){let d=await c.read().catch(()=>null);!d||d.done&&y&&m[t][0]!==
e?a.error(i()):d.done?a.close():(s(d.value),a.enqueue(d.value))}});return y&&(o=o.pipeThrough(new DecompressionStream("g\
zip"))),new Response(o,{headers:{"Content-Type":n}})}async function _(t,e){return new Uint8Array(await(await j(t,e)).arrayBuffer())}
function D(t){let e=self.fetch.bind(self);self.fetch=async(n,r)=>{let c=n instanceof Request?n.url:String(n),s=c.slice(new URL(
t.runtime,x).href.length),i=c.endsWith(s)?t.packed[s]:void 0;if(i===void 0)return e(n,r);let f=s.endsWith(".wasm")?"appl\
ication/wasm":void 0;return j(`${t.runtime}${s}.gz`,i,f)}}function W(){return new Promise(t=>{try{let e=indexedDB.open(`\
callsheet ${new URL(".",x).pathname}`,1);e.onupgradeneeded=()=>e.result.createObjectStore(h),e.onsuccess=()=>t(e.result),
e.onerror=()=>t(null),e.onblocked=()=>t(null)}catch{t(null)}})}function A(t,e,n){return new Promise((r,c)=>{let s=t.transaction(
h,e,{durability:"relaxed"}),i=n(s.objectStore(h));s.oncomplete=()=>r(i.result),s.onabort=()=>c(s.error)})}async function q(){
try{new WebAssembly.Module(M)}catch{throw new Error("This browser, or the Content-Security-Policy of this site, does not\
 let WebAssembly run ('wasm-unsafe-eval').")}let t=await(await v("manifest.json")).json();l({type:"step",text:"Loading P\
ython"}),D(t);let e=new URL(t.runtime,x).href,n=Promise.all(t.files.map(async({name:o,size:a})=>({name:o,content:await _(
o,a)}))),r=W(),{loadPyodide:c}=await import(`${e}pyodide.mjs`),s=await c({indexURL:e});for(let o of["Stdout","Stderr"]){
let a=new TextDecoder;s[`set${o}`]({write(d){let p=a.decode(d,{stream:!0}),b=p.slice(0,Math.max(0,P-w));return w+=p.length,
b&&l({type:"output",id:g,isError:o==="Stderr",text:b}),d.length}})}s.setStdin({stdin:()=>null}),l({type:"step",text:"Sta\
rting the server"}),s.FS.mkdir("/model");for(let{name:o,content:a}of await n)s.FS.writeFile(`/${o.replace(/\.gz$/,"")}`,
a);s.runPython("import sys; sys.path.insert(0, '/python.zip')");let{Sandbox:i}=s.pyimport("callsheet.sandbox.inside.main"),
f=i("/model",s.toPy(t.packs),o=>{l({type:"exchange",id:g,exchange:T(o,!1)})}),u=await r,y=u&&await A(u,"readonly",o=>o.get(
h)).catch(()=>null);return y&&f.restore(s.toPy(y)),{python:s,sandbox:f,base:u}}function T(t,e=!0){if(typeof t!="object"||
t===null||!("toJs"in t))return t;let n=t.toJs({dict_converter:Object.fromEntries});return e&&t.destroy(),n}async function $(t,...e){
let n="Suspending"in WebAssembly;return T(await(n?t.callPromising(...e):t(...e)))}async function S({sandbox:t,base:e}){let n=T(
t.dump());try{if(!e)throw new Error("The browser stores nothing.");await A(e,"readwrite",r=>r.put(n,h))}catch{l({type:"u\
nsaved"})}}var z={async run(t,{name:e,source:n,files:r,settings:c,tutorial:s,step:i}){let{python:f,sandbox:u}=t;w=0;let[
y,o]=await $(u.run,e,n,f.toPy(r),f.toPy(c),s,i);return w>P&&l({type:"cut",id:g,characters:w-P}),await S(t),{code:y,files:o}},
async fetch(t,{method:e,target:n,headers:r,body:c}){let{python:s,sandbox:i}=t,f=s.toPy(c).tobytes(),[u,y,o,a,d]=await $(
i.answer,e,n,s.toPy(r),f);return e!=="GET"&&e!=="HEAD"&&await S(t),{status:u,reason:a,headers:y,body:o,uid:d}},async startOver(t){
return t.sandbox.start_over(),await S(t),{}}},k=q();k.then(()=>l({type:"ready"}),t=>l({type:"broken",text:String(t?.message??
t)}));var U=k.catch(()=>{});self.onmessage=({data:t})=>{U=U.then(async()=>{g=t.id;let e=performance.now();try{let n=await z[t.
type](await k,t);l({type:"done",id:t.id,milliseconds:performance.now()-e,...n})}catch(n){l({type:"failed",id:t.id,text:String(
n?.message??n)})}})};
