/*! Made by `make javascript`: sources f1c343528d3d08d9, code a2077013f167ed8d */
var E="workspaces",$="workspaces",R="memory";function A(t){return new Promise(e=>{try{let n=indexedDB.open(`callsheet ${t}`,1);n.onupgradeneeded=()=>n.result.createObjectStore(
E),n.onsuccess=()=>e(n.result),n.onerror=()=>e(null),n.onblocked=()=>e(null)}catch{e(null)}})}function g(t,e,n){return new Promise(
(o,i)=>{if(!t)throw new Error("The browser stores nothing.");let s=t.transaction(E,e,{durability:"relaxed"}),c=n(s.objectStore(
E));s.oncomplete=()=>o(c.result),s.onabort=()=>i(s.error)})}function j(t){return g(t,"readonly",e=>e.get($)).catch(()=>null)}
function v(t,e){return g(t,"readwrite",n=>n.put(e,$))}async function L(t,e){let n=await g(t,"readonly",o=>o.get(R)).catch(
()=>null);return n?.build===e?n.memory:null}async function k(t,e,n){let o=n&&n.length<=100663296;await g(t,"readwrite",i=>o?
i.put({build:e,memory:n},R):i.delete(R)).catch(()=>null)}var P=self.location.href,T=1e6,C=1024*1024,D=[31,139],F=Uint8Array.of(0,97,115,109,1,0,0,0),S=null,w=0;function u(t){self.
postMessage(t)}var x={};async function I(t){let e=await fetch(new URL(t,P)).catch(()=>null);if(e?.ok)return e;let n=e?`s\
tatus ${e.status}`:"the site does not answer";throw _(t,`cannot be loaded: ${n}`)}function _(t,e){let n=`The file sandbo\
x/${t} of this site ${e}.`;return u({type:"broken",text:n}),new Error(n)}async function Y(t,e,n="application/octet-strea\
m"){x[t]=[0,e];let o=await I(t);if(!o.body)throw _(t,"is empty");let i=o.body.getReader(),s=l=>{x[t][0]+=l.length;let r=Object.
values(x).reduce(([h,y],[m,b])=>[h+m,y+b],[0,0]);u({type:"progress",loaded:Math.min(...r),all:r[1]})},c=()=>_(t,"is not \
complete: load the page again"),a=(await i.read().catch(()=>null))?.value;if(!a)throw c();let p=a[0]===D[0]&&a[1]===D[1],
d=new ReadableStream({start(l){l.enqueue(a),s(a)},async pull(l){let r=await i.read().catch(()=>null);!r||r.done&&p&&x[t][0]!==
e?l.error(c()):r.done?l.close():(s(r.value),l.enqueue(r.value))}});return p&&(d=d.pipeThrough(new DecompressionStream("g\
zip"))),new Response(d,{headers:{"Content-Type":n}})}async function H(t,e){return new Uint8Array(await(await Y(t,e)).arrayBuffer())}
function X(t){let e=self.fetch.bind(self);self.fetch=async(n,o)=>{let i=n instanceof Request?n.url:String(n),s=i.slice(new URL(
t.runtime,P).href.length),c=i.endsWith(s)?t.packed[s]:void 0;if(c===void 0)return e(n,o);let f=s.endsWith(".wasm")?"appl\
ication/wasm":void 0;return Y(`${t.runtime}${s}.gz`,c,f)}}async function B(t,e){let{loadPyodide:n}=await import(`${t}pyo\
dide.mjs`);if(!e){let i=self.crossOriginIsolated;return Object.defineProperty(self,"crossOriginIsolated",{value:i,configurable:!0}),
n({indexURL:t,_makeSnapshot:!0})}let{default:o}=await import(`${t}pyodide.asm.mjs`);return n({indexURL:t,_loadSnapshot:e,
async createPyodideModule(i){let s=await o(i);for(;s.HEAPU8.length<e.length;)s._malloc(C);return s}})}async function W({
runtime:t,files:e,packs:n,build:o},i,s){let c=e.filter(({name:r})=>!s||!r.startsWith("model/")),f=Promise.all(c.map(({name:r,
size:h})=>H(r,h)));f.catch(()=>{});let a=await B(new URL(t,P).href,s);for(let r of["Stdout","Stderr"]){let h=new TextDecoder;
a[`set${r}`]({write(y){let m=h.decode(y,{stream:!0}),b=m.slice(0,Math.max(0,T-w));return w+=m.length,b&&u({type:"output",
id:S,isError:r==="Stderr",text:b}),y.length}})}a.setStdin({stdin:()=>null}),u({type:"step",text:"Starting the server"}),
a.FS.mkdir("/model");for(let[r,h]of(await f).entries())a.FS.writeFile(`/${c[r].name.replace(/\.gz$/,"")}`,h);let p=null;
if(s)a.runPython("import random; random.seed()");else{a.runPython("import sys; sys.path.insert(0, '/python.zip')");let{Sandbox:r}=a.
pyimport("callsheet.sandbox.inside.main");a.globals.set("_sandbox",r("/model",a.toPy(n))),p=a.makeMemorySnapshot()}let d=a.
globals.get("_sandbox");d.listen(r=>{u({type:"exchange",id:S,exchange:U(r,!1)})});let l=await j(i);return l&&d.restore(a.
toPy(l)),{python:a,sandbox:d,base:i,build:o,fresh:p}}async function G(){try{new WebAssembly.Module(F)}catch{throw new Error(
"This browser, or the Content-Security-Policy of this site, does not let WebAssembly run ('wasm-unsafe-eval').")}let t=await(await I(
"manifest.json")).json();u({type:"step",text:"Loading Python"}),X(t);let e=await A(new URL(".",P).pathname),n=await L(e,
t.build);try{return await W(t,e,n)}catch(o){if(!n)throw o;return await k(e,"",null),W(t,e,null)}}function U(t,e=!0){if(typeof t!=
"object"||t===null||!("toJs"in t))return t;let n=t.toJs({dict_converter:Object.fromEntries});return e&&t.destroy(),n}async function q(t,...e){
let n="Suspending"in WebAssembly;return U(await(n?t.callPromising(...e):t(...e)))}async function O({sandbox:t,base:e}){try{
await v(e,U(t.dump()))}catch{u({type:"unsaved"})}}async function J(t){let{base:e,build:n,fresh:o}=t;t.fresh=null,o&&await k(
e,n,o)}var K={async run(t,{name:e,source:n,files:o,settings:i,tutorial:s,step:c}){let{python:f,sandbox:a}=t;w=0;let[p,d]=await q(
a.run,e,n,f.toPy(o),f.toPy(i),s,c);return w>T&&u({type:"cut",id:S,characters:w-T}),await O(t),{code:p,files:d}},async fetch(t,{
method:e,target:n,headers:o,body:i}){let{python:s,sandbox:c}=t,f=s.toPy(i).tobytes(),[a,p,d,l,r]=await q(c.answer,e,n,s.
toPy(o),f);return e!=="GET"&&e!=="HEAD"&&await O(t),{status:a,reason:l,headers:p,body:d,uid:r}},async startOver(t){return t.
sandbox.start_over(),await O(t),{}}},M=G();M.then(()=>u({type:"ready"}),t=>u({type:"broken",text:String(t?.message??t)}));
var z=M.catch(()=>{});self.onmessage=({data:t})=>{z=z.then(async()=>{S=t.id;let e=performance.now();try{let n=await K[t.
type](await M,t);u({type:"done",id:t.id,milliseconds:performance.now()-e,...n}),await J(await M)}catch(n){u({type:"faile\
d",id:t.id,text:String(n?.message??n)})}})};
