/* A user's own functions: full-batch MLP 2->H->H->1 with x/(1 + exp(-x)) on the hidden layers and a linear output,
 * mean of sqrt(1 + (out - target)^2) - 1.
 * float64, one thread, hand-derived backprop, batch lanes in SIMD vectors.
 * gcc -O3 -march=native -mprefer-vector-width=512 -fno-math-errno -fno-trapping-math [-DVL=4|8] [-DH=16|64] custom.c -o custom -lm
 * ./custom data.txt params.txt epochs lr reps */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
#include <stdint.h>
#include <time.h>
#ifndef VL
#define VL 8
#endif
#ifndef H
#define H 16
#endif
#ifndef TB            /* vectors per batch tile */
#define TB (H<=16?1:16)
#endif
typedef double v __attribute__((vector_size(VL*8)));
typedef int64_t vi __attribute__((vector_size(VL*8)));
static inline v bc(double x){ return x - (v){}; }
static inline v vexp(v x){                       /* |rel err| ~ 1e-16, |x|<700 */
  const double L2E=1.4426950408889634, C1=6.93145751953125e-1, C2=1.42860682030941723212e-6;
  const double SH=6755399441055744.0;
  v t = x*L2E + SH; vi k = (vi)t; v n = t - SH;
  v r = x - n*C1; r = r - n*C2;
  v p = bc(1.0/6227020800.0);
  p = p*r + 1.0/479001600.0; p = p*r + 1.0/39916800.0; p = p*r + 1.0/3628800.0; p = p*r + 1.0/362880.0;
  p = p*r + 1.0/40320.0; p = p*r + 1.0/5040.0; p = p*r + 1.0/720.0; p = p*r + 1.0/120.0; p = p*r + 1.0/24.0;
  p = p*r + 1.0/6.0; p = p*r + 0.5; p = p*r + 1.0; p = p*r + 1.0;
  vi e = (k + 1023) << 52; return p*(v)e;
}
/* y = x*s with s = 1/(1 + exp(-x)); dy/dx = s + y*(1 - s) */
static inline v act(v x, v *slope){ v s = 1.0/(1.0+vexp(-x)); v y = x*s; *slope = s + y*(1.0-s); return y; }
static inline v vsqrt(v x){ v y; for(int i=0;i<VL;i++) y[i]=__builtin_sqrt(x[i]); return y; }
static double now(void){ struct timespec t; clock_gettime(CLOCK_MONOTONIC,&t); return t.tv_sec+t.tv_nsec*1e-9; }
#define AL __attribute__((aligned(64)))
static double W1[H][2]AL,b1[H]AL,W2[H][H]AL,W2T[H][H]AL,b2[H]AL,W3[H]AL,b3;
static v gW1[H][2],gb1[H],gW2[H][H],gb2[H],gW3[H],gb3;     /* lane-wise gradient sums */
static double hs(v x){ double s=0; for(int i=0;i<VL;i++) s+=x[i]; return s; }
static int N,NV; static v *X0,*X1,*Y,*M;

static double epoch(double lr){
  v A1[H][TB],A2[H][TB],S1[H][TB],S2[H][TB],D1[H][TB],D2[H][TB],LP=bc(0);
  memset(gW1,0,sizeof gW1);memset(gb1,0,sizeof gb1);memset(gW2,0,sizeof gW2);memset(gb2,0,sizeof gb2);memset(gW3,0,sizeof gW3);memset(&gb3,0,sizeof gb3);
  for(int i=0;i<H;i++)for(int j=0;j<H;j++)W2T[i][j]=W2[j][i];
  for(int c0=0;c0<NV;c0+=TB){
    int T = NV-c0<TB?NV-c0:TB;
    for(int t=0;t<T;t++){
      int c=c0+t; v x0=X0[c],x1=X1[c];
      for(int j=0;j<H;j++) A1[j][t]=act(b1[j]+W1[j][0]*x0+W1[j][1]*x1,&S1[j][t]);
      for(int j=0;j<H;j+=8){                                   /* 8 outputs in registers */
        v a0=bc(b2[j]),a1=bc(b2[j+1]),a2=bc(b2[j+2]),a3=bc(b2[j+3]),a4=bc(b2[j+4]),a5=bc(b2[j+5]),a6=bc(b2[j+6]),a7=bc(b2[j+7]);
        for(int i=0;i<H;i++){ v x=A1[i][t]; const double*w=&W2T[i][j];
          a0+=w[0]*x;a1+=w[1]*x;a2+=w[2]*x;a3+=w[3]*x;a4+=w[4]*x;a5+=w[5]*x;a6+=w[6]*x;a7+=w[7]*x; }
        v s[8]={a0,a1,a2,a3,a4,a5,a6,a7}; for(int k=0;k<8;k++) A2[j+k][t]=act(s[k],&S2[j+k][t]);
      }
      v o0=bc(b3),o1=bc(0); for(int j=0;j<H;j+=2){o0+=W3[j]*A2[j][t];o1+=W3[j+1]*A2[j+1][t];}
      v e=o0+o1-Y[c], q=vsqrt(1.0+e*e); LP+=(q-1.0)*M[c];
      v d=e/q*M[c]/N; gb3+=d;
      for(int j=0;j<H;j++){ v a=A2[j][t]; gW3[j]+=d*a; v e=d*W3[j]*S2[j][t]; D2[j][t]=e; gb2[j]+=e; }
      for(int i=0;i<H;i+=8){
        v a0=bc(0),a1=a0,a2=a0,a3=a0,a4=a0,a5=a0,a6=a0,a7=a0;
        for(int j=0;j<H;j++){ v x=D2[j][t]; const double*w=&W2[j][i];
          a0+=w[0]*x;a1+=w[1]*x;a2+=w[2]*x;a3+=w[3]*x;a4+=w[4]*x;a5+=w[5]*x;a6+=w[6]*x;a7+=w[7]*x; }
        v s[8]={a0,a1,a2,a3,a4,a5,a6,a7};
        for(int k=0;k<8;k++){ v e=s[k]*S1[i+k][t]; D1[i+k][t]=e; gb1[i+k]+=e; gW1[i+k][0]+=e*x0; gW1[i+k][1]+=e*x1; }
      }
    }
    for(int j=0;j<H;j+=2) for(int i=0;i<H;i+=4){                 /* gW2 tile 2x4 */
      v s[2][4]; for(int a=0;a<2;a++)for(int b=0;b<4;b++) s[a][b]=gW2[j+a][i+b];
      for(int t=0;t<T;t++){ v d0=D2[j][t],d1=D2[j+1][t];
        for(int b=0;b<4;b++){ v x=A1[i+b][t]; s[0][b]+=d0*x; s[1][b]+=d1*x; } }
      for(int a=0;a<2;a++)for(int b=0;b<4;b++) gW2[j+a][i+b]=s[a][b];
    }
  }
  for(int j=0;j<H;j++){
    W1[j][0]-=lr*hs(gW1[j][0]);W1[j][1]-=lr*hs(gW1[j][1]);b1[j]-=lr*hs(gb1[j]);b2[j]-=lr*hs(gb2[j]);W3[j]-=lr*hs(gW3[j]);
    for(int i=0;i<H;i++)W2[j][i]-=lr*hs(gW2[j][i]);
  }
  b3-=lr*hs(gb3);
  return hs(LP)/N;
}
static double P[H*3+H*(H+1)+H+1];
static void load(void){ double*p=P; for(int j=0;j<H;j++){W1[j][0]=*p++;W1[j][1]=*p++;b1[j]=*p++;}
  for(int j=0;j<H;j++){for(int i=0;i<H;i++)W2[j][i]=*p++;b2[j]=*p++;} for(int j=0;j<H;j++)W3[j]=*p++; b3=*p; }
static int cmp(const void*a,const void*b){double x=*(double*)a,y=*(double*)b;return x<y?-1:x>y;}
int main(int c,char**v_){
  FILE*f=fopen(v_[1],"r"); double a,b; int y; N=0; double*bx=malloc(8*100000*3);
  while(fscanf(f,"%lf %lf %d",&a,&b,&y)==3){bx[3*N]=a;bx[3*N+1]=b;bx[3*N+2]=y;N++;} fclose(f);
  f=fopen(v_[2],"r"); int n=0; while(fscanf(f,"%lf",&P[n])==1)n++; fclose(f);
  NV=(N+VL-1)/VL; size_t sz=sizeof(v)*NV; X0=aligned_alloc(64,sz);X1=aligned_alloc(64,sz);Y=aligned_alloc(64,sz);M=aligned_alloc(64,sz);
  for(int i=0;i<NV*VL;i++){int k=i<N; X0[i/VL][i%VL]=k?bx[3*i]:0;X1[i/VL][i%VL]=k?bx[3*i+1]:0;Y[i/VL][i%VL]=k?bx[3*i+2]:0;M[i/VL][i%VL]=k;}
  int E=atoi(v_[3]); double lr=atof(v_[4]); int R=atoi(v_[5]); double*t=malloc(8*R),L0=0,L=0;
  for(int r=0;r<R;r++){ load(); double s=now(); for(int e=0;e<E;e++){L=epoch(lr); if(!e)L0=L;} t[r]=now()-s; }
  double cold=t[0]; qsort(t,R,8,cmp);
  printf("C VL=%d H=%d N=%d first %.4f ms median %.4f ms min %.4f ms  loss0 %.10f lossE %.10f\n",VL,H,N,cold*1e3,t[R/2]*1e3,t[0]*1e3,L0,L);
}
