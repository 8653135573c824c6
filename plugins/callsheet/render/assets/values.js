/*! Made by `make javascript`: sources ecfadb187261839e, code 251e6614c37e6fbe */
"use strict";(()=>{var{API_KEY:w,IN_PAGE:V,VALID:l,all:A,assetUrl:$,badge:B,breakable:E,copy:S,credentials:T,load:U,make:t,onPage:Y,openDialog:x,
operationFile:q,placeholders:P,save:C,schemes:I,siteUrl:L,statusNote:G,storedText:H,values:i}=window.callsheet;function K(){let v=P(),f=[...new Set(v.map(e=>e.dataset.fill??""))],_=f.filter(e=>e.startsWith("path:")),r=t("p",{class:"\
callsheet-note",role:"status"}),m=i.get(),s=(e,o,y,N,D="text")=>{let k=`callsheet-value-${e}`,n=t("input",{id:k,type:D,autocomplete:"\
off",spellcheck:"false","data-value":e,input(){let h=e==="base"?n.value.trim().replace(/\/+$/,""):n.value.trim(),p=!h||!y||
y.test(h);n.setAttribute("aria-invalid",String(!p)),r.textContent=p?"":`${o}: ${N}`,i.set(e,p?h:"")}});return n.value=m[e]??
"",t("p",{class:"callsheet-field"},t("label",{for:k},o),n)},a=t("select",{id:"callsheet-value-scheme",change(){i.set("sc\
heme",a.value),u()}},...I().map(e=>t("option",{value:e},e)));a.value=m.scheme??"Basic";let d=t("div",{},s("user","User",
null,""),s("password","Password",null,"","password")),b="letters, digits and . _ ~ + / = : - only.",g=t("div",{},s("toke\
n","Token",l.token,b,"password")),c=t("div",{},s("keyName","Header field",l.keyName,"letters, digits, _ and - only."),s(
"key","Key",l.key,b,"password"));c.querySelector("input").placeholder="X-API-Key";let u=()=>{d.hidden=a.value!=="Basic",
c.hidden=a.value!==w,g.hidden=!d.hidden||!c.hidden};u();let F=e=>v.some(({dataset:o})=>o.quote===""&&o.fill===e);x("Your\
 values",t("p",{},"They are filled into the samples of every page, stay in this tab until you close it, and are sent now\
here."),f.includes("base")&&s("base","Address of the server",l.base,"an address such as https://example.com/tenant."),t(
"p",{class:"callsheet-field"},t("label",{for:a.id},"Authentication"),a),d,g,c,t("p",{class:"callsheet-note"},"Programs t\
hat sign in by another scheme are changed to this one, where that is possible."),..._.map(e=>F(e)?s(e,e.slice(5),l.number,
"a number, please."):s(e,e.slice(5),l.path,"letters, digits and . _ ~ - only.")),r,t("p",{},t("button",{type:"button",class:"\
callsheet-button",click(){i.forget();for(let e of A("[data-value]"))e.value="";a.value="Basic",u(),r.textContent="Forgot\
ten."}},"Forget all")))}window.callsheet.askForValues=K;})();
