/*! Made by `make javascript`: sources f4a22bf71a9ccc6a, code 5857bd3ee18b2831 */
"use strict";(()=>{var{API_KEY:f,IN_PAGE:D,VALID:l,all:w,assetUrl:K,badge:T,breakable:V,codeText:E,copy:U,credentials:Y,each:q,icon:C,languageOf:L,
load:B,loadStyle:G,make:s,onPage:H,openDialog:x,operationFile:O,placeholders:A,save:W,schemes:I,siteUrl:X,statusNote:j,storedText:z,
values:o}=window.callsheet;function S(){let v=A(),m=[...new Set(v.map(e=>e.dataset.fill??""))],P=m.filter(e=>e.startsWith("path:")),c=s("p",{class:"\
callsheet-note",role:"status"}),$=o.get(),a=(e,r,y,F,N="text")=>{let k=`callsheet-value-${e}`,n=s("input",{id:k,type:N,autocomplete:"\
off",spellcheck:"false","data-value":e,input(){let d=e==="base"?n.value.trim().replace(/\/+$/,""):n.value.trim(),u=!d||!y||
y.test(d);n.setAttribute("aria-invalid",String(!u)),c.textContent=u?"":`${r}: ${F}`,/^(?:base|path:)/.test(e)||o.set("sc\
heme",t.value),o.set(e,u?d:"")}});return n.value=$[e]??"",s("p",{class:"callsheet-field"},s("label",{for:k},r),n)},t=s("\
select",{id:"callsheet-value-scheme",change(){o.set("scheme",t.value),p()}},...I().map(e=>s("option",{value:e},e===f?$phrase`API key`:
e)));t.value=$.scheme??t.options[0].value;let h=s("div",{},a("user",$phrase`User`,null,""),a("password",$phrase`Password`,
null,"","password")),g=$phrase`letters, digits and . _ ~ + / = : - only.`,b=s("div",{},a("token",$phrase`Token`,l.token,
g,"password")),i=s("div",{},a("keyName",$phrase`Header field`,l.keyName,$phrase`letters, digits, _ and - only.`),a("key",
$phrase`Key`,l.key,g,"password"));i.querySelector("input").placeholder="X-API-Key";let p=()=>{h.hidden=t.value!=="Basic",
i.hidden=t.value!==f,b.hidden=!h.hidden||!i.hidden};p();let _=e=>v.some(({dataset:r})=>r.quote===""&&r.fill===e);x($phrase`Your values`,
s("p",{},$phrase`They are filled into the samples of every page, stay in this tab until you close it, and are sent nowhere.`),
m.includes("base")&&a("base",$phrase`Address of the server`,l.base,$phrase`an address such as https://example.com/tenant.`),
s("p",{class:"callsheet-field"},s("label",{for:t.id},$phrase`Authentication`),t),h,b,i,s("p",{class:"callsheet-note"},$phrase`Programs that sign in by another scheme are changed to this one, where that is possible.`),
...P.map(e=>_(e)?a(e,e.slice(5),l.number,$phrase`a number, please.`):a(e,e.slice(5),l.path,$phrase`letters, digits and . _ ~ - only.`)),
c,s("p",{},s("button",{type:"button",class:"callsheet-button",click(){o.forget();for(let e of w("[data-value]"))e.value=
"";t.selectedIndex=0,p(),c.textContent=$phrase`Forgotten.`}},$phrase`Forget all`)))}window.callsheet.askForValues=S;})();
