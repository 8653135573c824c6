/*! Made by `make javascript`: sources f1c343528d3d08d9, code 44582df0ecd67342 */
"use strict";(()=>{var{API_KEY:L,IN_PAGE:x,VALID:I,all:R,assetUrl:U,badge:B,breakable:N,codeText:P,copy:T,credentials:M,each:k,icon:z,languageOf:D,
load:w,loadStyle:F,make:f,onPage:O,openDialog:j,operationFile:G,placeholders:H,save:K,schemes:V,siteUrl:g,statusNote:Y,storedText:Z,
values:J}=window.callsheet;var v="a[data-callsheet-list]",y=".callsheet-filter",$=/(?<=\b(?=\w{18})\w*[a-z]{3})(?=[A-Z][a-z]{2})/,_=new Map;function E(e,s){
return s?[f("wbr"),e]:[e]}function C([e,s,l,o]){let t=f("a",{class:"md-nav__link",href:new URL(e,g("")).href,title:o||!1},
f("span",{class:"md-ellipsis"},...s.split($).flatMap(E)));return l&&t.append(f("span",{class:`md-status md-status--${l}`})),
f("li",{class:"md-nav__item"},t)}function q(e,s){let l=[[],[]];return e.forEach((o,t)=>{let a=l[t>s?1:0],n=o[4];n&&n!==e[t-
1]?.[4]&&a.push(f("li",{class:"md-nav__item callsheet-nav-heading"},n)),t!==s&&a.push(C(o))}),l}async function b(e,s){let[
l,o]=(e.dataset.callsheetList??"").split(" ");await w(`navigation/${l}.js`);let t=e.closest("ul");if(!t)return;let[a,n]=q(
_.get(l)??[],Number(o)),i=t.querySelector(":scope > .md-nav__item--active"),r=(s?e.parentElement:i)?.getBoundingClientRect().
top??0,c=0;for(let d of[...t.children]){let m=d.querySelector("a"),S=m!==e&&m?.href===e.href;d===i?c=0:!S&&!d.matches(y)&&
(m!==e&&(c+=1),d.remove())}i?.before(...a),t.append(...n);let h=[...n.slice(c),...a].find(d=>d.firstElementChild),p=s?h:
i;p&&t.closest(".md-sidebar__scrollwrap")?.scrollBy(0,p.getBoundingClientRect().top-r),s&&h?.querySelector("a")?.focus({
preventScroll:!0})}async function A(e,s,l){let o=e.parentElement,t=o.querySelector(`:scope > li > ${v}`);t&&await b(t,!1).
catch(()=>{});let a=s.toLowerCase().split(/\s+/).filter(Boolean),n=null,[i,u]=[0,0];for(let r of o.querySelectorAll(`:sc\
ope > ${y} ~ li`)){let c=r.querySelector("a");if(!c)n=r,n.hidden=!0;else if(!c.matches(v)){let h=`${r.textContent} ${c.title}\
 ${c.pathname}`.toLowerCase();if(r.hidden=!a.every(p=>h.includes(p)),u+=1,r.hidden)continue;i+=1,n&&(n.hidden=!1)}}l.textContent=
a.length?`${i} of ${u}`:""}window.callsheetNavigation=(e,s)=>_.set(e,s);window.callsheet.navigation={filter:A,showAll:b};})();
